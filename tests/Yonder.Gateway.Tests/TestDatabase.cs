using Yonder.Gateway.Platform.Storage;
using Yonder.TestKit.Postgres;

namespace Yonder.Gateway.Tests;

/// <summary>A migrated database of its own for one test: <c>[Theory, OnSqlite, OnPostgres]</c>, then <c>CreateAsync(storage)</c>.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;

    private TestDatabase(Database database, DirectoryInfo? folder)
    {
        Database = database;
        _folder = folder;
    }

    public Database Database { get; }

    public static async Task<TestDatabase> CreateAsync(TestStorage storage, bool migrated = true)
    {
        var folder = storage is TestStorage.Sqlite ? Directory.CreateTempSubdirectory("yonder-test-") : null;
        IDatabaseEngine engine = folder is not null
            ? new SqliteEngine(Path.Combine(folder.FullName, "yonder.db"))
            : new PostgresEngine(PostgresUrl.ToConnectionString(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()));
        var test = new TestDatabase(new Database(engine), folder);
        if (migrated)
        {
            await new Migrator(test.Database, TimeProvider.System).MigrateAsync(EmbeddedMigrations.Load(), CancellationToken.None);
        }

        return test;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder?.Delete(recursive: true);
    }
}
