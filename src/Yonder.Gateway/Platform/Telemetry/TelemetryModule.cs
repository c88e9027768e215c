namespace Yonder.Gateway.Platform.Telemetry;

internal static class TelemetryModule
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<MetricsRegistry>();
        services.AddHostedService<OtlpExport>();
        return services;
    }
}
