using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Profile;

/// <summary>Who the caller is, and what they have.</summary>
internal static class ProfileModule
{
    public static void MapProfile(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithRexecErrors();
        group.MapGet("/profile", ProfileEndpoints.GetAsync).WithName("GetProfile");
        group.MapGet("/auth/me", ProfileEndpoints.GetUserAsync).WithName("GetUser");
    }
}
