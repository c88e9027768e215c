using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Status;

/// <summary>How the gateway itself is: alive, which version, which drivers work, its counters.</summary>
internal static class StatusModule
{
    public static IServiceCollection AddStatus(this IServiceCollection services) => services.AddSingleton<DriverChecks>();

    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", StatusEndpoints.GetHealthAsync).AllowAnonymous().WithRexecErrors().WithName("Health");
        routes.MapGet("/api/version", StatusEndpoints.GetVersion).AllowAnonymous().WithRexecErrors().WithName("Version");
        routes.MapGet("/api/drivers", StatusEndpoints.ListDriversAsync).WithName("ListDrivers");
        routes.MapGet("/metrics", StatusEndpoints.GetMetrics).WithName("Metrics");
    }
}
