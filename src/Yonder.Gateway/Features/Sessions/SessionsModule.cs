using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Sessions;

/// <summary>Where a user is signed in, and the way to end it.</summary>
internal static class SessionsModule
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/sessions").WithRexecErrors();
        group.MapGet("", SessionsEndpoints.ListAsync).WithName("ListSessions");
        group.MapDelete("/{id}", SessionsEndpoints.RevokeAsync).WithName("RevokeSession");
        group.MapPost("/revoke-others", SessionsEndpoints.RevokeOthersAsync).WithName("RevokeOtherSessions");
    }
}
