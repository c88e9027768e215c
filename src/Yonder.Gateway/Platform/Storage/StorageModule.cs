using Yonder.Gateway.Platform.Hosting;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>The database that <c>--database</c> chose.</summary>
internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(provider => new Database(CreateEngine(options, provider.GetRequiredService<DataFolder>())));
        services.AddSingleton<Migrator>();
        return services;
    }

    /// <summary>Opens the database and brings its schema up to date.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    public static async Task PrepareStorageAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<Database>().Engine.ClaimAsync(cancellationToken);
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(EmbeddedMigrations.Load(), cancellationToken);
        }
        catch (System.Data.Common.DbException exception)
        {
            throw new StorageException($"The database cannot be used: {exception.Message}", exception);
        }
    }

    private static IDatabaseEngine CreateEngine(GatewayOptions options, DataFolder folder)
        => string.Equals(options.Database, "sqlite", StringComparison.OrdinalIgnoreCase)
            ? new SqliteEngine(folder.PathOf("yonder.db"))
            : new PostgresEngine(PostgresUrl.ToConnectionString(options.Database));
}
