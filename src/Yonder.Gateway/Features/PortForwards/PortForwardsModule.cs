using Microsoft.Extensions.DependencyInjection.Extensions;
using Yonder.Gateway.Features.PortForwards.Proxy;
using Yonder.Gateway.Features.PortForwards.Tunnels;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>Ways to ports inside containers: a local TCP listener, a WebSocket, an HTTP proxy. They outlive the gateway.</summary>
internal static class PortForwardsModule
{
    public static IServiceCollection AddPortForwards(this IServiceCollection services)
    {
        services.AddOptions<PortForwardsOptions>().BindConfiguration(PortForwardsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PortForwardStore>();
        services.TryAddSingleton<PortDialer>();
        services.TryAddSingleton<ForwardClient>();
        services.TryAddSingleton<PortForwardSet>();
        services.AddHostedService<PortForwardKeeper>();
        return services;
    }

    public static void MapPortForwards(this IEndpointRouteBuilder routes)
    {
        PortForwardEndpoints.Map(routes.MapGroup("/api/containers/{id}/port-forwards").WithRexecErrors());
        SocketTunnel.Map(routes.MapGroup("/ws/port-forward").WithRexecErrors());
        ProxyEndpoint.Map(routes.MapGroup("/p").WithRexecErrors());
    }
}
