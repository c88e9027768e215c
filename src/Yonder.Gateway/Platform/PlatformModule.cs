using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Hosting;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.RateLimits;
using Yonder.Gateway.Platform.Storage;
using Yonder.Gateway.Platform.Telemetry;

namespace Yonder.Gateway.Platform;

/// <summary>What every slice stands on: listening, who calls, storage, errors.</summary>
internal static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddRouting();
        services
            .AddHosting(options)
            .AddStorage(options)
            .AddCallers()
            .AddAuditLog()
            .AddTelemetry()
            .AddLogs(options);
        services.AddSingleton<RateLimitCounters>();

        // Thrown, not answered by the framework: then one place decides what a bad request looks like.
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        return services;
    }

    /// <summary>Takes what there is only one of: the data folder, the port, the database. The first that cannot be had says why.</summary>
    public static async Task PreparePlatformAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<DataFolder>();
        app.Services.GetRequiredService<ListenSockets>();
        app.Services.GetRequiredService<MetricsRegistry>();
        await app.PrepareStorageAsync(cancellationToken);
        await app.PrepareCallersAsync(cancellationToken);
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<PreflightMiddleware>();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.UseRouting();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseCallers();
    }
}
