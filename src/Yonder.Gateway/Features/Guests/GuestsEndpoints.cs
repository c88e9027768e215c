using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Profile;

namespace Yonder.Gateway.Features.Guests;

internal static class GuestsEndpoints
{
    private static readonly Problem NotOpen = new(
        StatusCodes.Status403Forbidden, "auth.guests_not_allowed", "This gateway takes no guests (its owner can allow them with --allow-guests)");

    public static async Task<JsonHttpResult<GuestSession>> SignInAsync(
        HttpContext context, GuestService guests, GatewayOptions options, CancellationToken cancellationToken)
    {
        // A guest can run programs here, so being able to reach the port must not be enough to become one.
        var caller = Caller.TryOf(context);
        if (!options.AllowGuests && caller is null)
        {
            throw new ProblemException(NotOpen);
        }

        var request = await JsonBody.ReadAsync(context.Request, RexecJson.Default.GuestRequest, cancellationToken);
        var session = await guests.SignInAsync(request, caller, Visitor.Of(context), cancellationToken);
        return TypedResults.Json(session, RexecJson.Default.GuestSession);
    }
}
