using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>The refusals, in the words that Rexec clients know.</summary>
internal static class AuthProblems
{
    public static Problem TokenRequired { get; } = new(StatusCodes.Status401Unauthorized, "auth.token_required", "Authorization token required");

    public static Problem InvalidApiToken { get; } = new(StatusCodes.Status401Unauthorized, "auth.invalid_token", "Invalid or expired API token");

    public static Problem InvalidToken { get; } = new(StatusCodes.Status401Unauthorized, "auth.invalid_token", "Invalid or expired token");

    public static Problem UserNotFound { get; } = new(StatusCodes.Status401Unauthorized, "auth.user_not_found", "User not found");

    public static Problem AdminRequired { get; } = new(StatusCodes.Status403Forbidden, "auth.admin_required", "Admin access required");

    public static Problem ScopeMissing { get; } = new(StatusCodes.Status403Forbidden, "auth.scope_missing", "This token does not have the scope that the request needs");

    public static Problem ForeignOrigin { get; } = new(StatusCodes.Status403Forbidden, "auth.origin_not_allowed", "Requests from this origin are not allowed (see --allow-origin)");
}
