using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Terminals.Sharing;

internal static class ShareProblems
{
    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "share_not_found", "There is no shared terminal of this code.");

    public static Problem Over { get; } = new(StatusCodes.Status410Gone, "share_ended", "The sharing of this terminal has ended.");

    public static Problem Full { get; } = new(StatusCodes.Status403Forbidden, "share_full", "As many people as may have joined this terminal already.");

    public static Problem SignInFirst { get; } = new(StatusCodes.Status401Unauthorized, "auth.token_required", "Sign in to join this terminal; a guest's name is enough.");

    public static Problem TooManyTries { get; } = new(StatusCodes.Status429TooManyRequests, "rate_limited", "Too many codes that do not exist; try again in a minute.");

    public static Problem BadMode { get; } = new(StatusCodes.Status400BadRequest, "invalid_request", "mode is 'view' or 'control'.");

    public static Problem BadLimits { get; } = new(StatusCodes.Status400BadRequest, "invalid_request", "max_users is 1 to 100, and duration_minutes is 1 to 4320.");

    public static Problem NoContainer { get; } = new(StatusCodes.Status404NotFound, "container_not_found", "container not found");
}
