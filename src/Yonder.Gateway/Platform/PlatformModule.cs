using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Hosting;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Platform;

/// <summary>What every slice stands on: listening, who calls, storage, errors.</summary>
internal static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(DataFolder.Open(options.DataDirectory));
        services.AddSingleton(provider => new Database(CreateEngine(options, provider.GetRequiredService<DataFolder>())));
        services.AddSingleton<Migrator>();
        services.AddSingleton<IAuditLog, AuditLog>();

        // Thrown, not answered by the framework: then one place decides what a bad request looks like.
        services.Configure<RouteHandlerOptions>(route => route.ThrowOnBadRequest = true);
        return services;
    }

    public static async Task PreparePlatformAsync(this WebApplication app, CancellationToken cancellationToken)
        => await app.Services.GetRequiredService<Migrator>().MigrateAsync(EmbeddedMigrations.Load(), cancellationToken);

    public static void UsePlatform(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseMiddleware<AuthMiddleware>();
        app.UseWebSockets();
    }

    private static IDatabaseEngine CreateEngine(GatewayOptions options, DataFolder folder)
        => string.Equals(options.Database, "sqlite", StringComparison.OrdinalIgnoreCase)
            ? new SqliteEngine(folder.PathOf("yonder.db"))
            : new PostgresEngine(PostgresUrl.ToConnectionString(options.Database));
}
