using Microsoft.Extensions.DependencyInjection.Extensions;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Sharing a terminal by code.</summary>
internal static class SharingModule
{
    public static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.TryAddSingleton<ShareStore>();
        services.TryAddSingleton<Shares>();
        services.TryAddSingleton<GuessLimit>();
        services.TryAddSingleton<ShareGuests>();
        services.TryAddSingleton<ShareStarter>();
        services.TryAddSingleton<PresenceServer>();
        return services;
    }

    public static void MapSharing(this IEndpointRouteBuilder routes)
    {
        var sharing = routes.MapGroup("/api/collab").WithRexecErrors();
        sharing.MapPost("/start", ShareEndpoints.StartAsync).WithName("StartSharing");
        sharing.MapGet("/join/{code}", ShareEndpoints.JoinAsync).AllowAnonymous().WithName("JoinSharing");
        sharing.MapGet("/sessions", ShareEndpoints.ListAsync).WithName("ListSharings");
        sharing.MapGet("/sessions/{id}", ShareEndpoints.GetAsync).WithName("GetSharing");
        sharing.MapDelete("/sessions/{id}", ShareEndpoints.EndAsync).WithName("EndSharing");
        sharing.MapPost("/sessions/{id}/invite", ShareEndpoints.InviteAsync).WithName("InviteToSharing");
        routes.MapGet("/ws/collab/{code}", ShareEndpoints.ConnectAsync).AllowAnonymous().WithRexecErrors().WithName("SharingPresence");
    }
}
