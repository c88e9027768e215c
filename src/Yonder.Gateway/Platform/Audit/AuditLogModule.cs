namespace Yonder.Gateway.Platform.Audit;

internal static class AuditLogModule
{
    public static IServiceCollection AddAuditLog(this IServiceCollection services)
    {
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddHostedService<AuditWriter>();
        return services;
    }
}
