using System.Data.Common;
using Dapper;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>Brings the schema up to date: all missing steps in one transaction, under a lock, each recorded with its fingerprint.</summary>
internal sealed class Migrator(Database database, TimeProvider time)
{
    private const string Journal = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number BIGINT PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL)
        """;

    /// <summary>Applies what is missing; returns how many steps that were.</summary>
    /// <exception cref="StorageException">The schema is newer than this program, or was made by a different one.</exception>
    public Task<int> MigrateAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
        => database.WriteAsync((transaction, token) => ApplyAsync(transaction, migrations, token), cancellationToken);

    private static Task<int> RunAsync(DbTransaction transaction, string sql, object? parameters, CancellationToken cancellationToken)
        => transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    private static void CheckHistory(IReadOnlyList<Migration> known, IReadOnlyList<AppliedMigration> applied)
    {
        foreach (var step in applied)
        {
            var match = known.FirstOrDefault(migration => migration.Number == step.Number)
                ?? throw new StorageException($"The database was written by a newer Yonder (it has migration {step.Number:0000}). Use that version, or another data folder.");
            if (!string.Equals(match.Checksum, step.Checksum, StringComparison.Ordinal))
            {
                throw new StorageException($"Migration {match.Name} differs from the one that made this database. Use the version that made it, or another data folder.");
            }
        }
    }

    private async Task<int> ApplyAsync(DbTransaction transaction, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        await database.Engine.LockForMigrationAsync(transaction, cancellationToken);
        await RunAsync(transaction, Journal, parameters: null, cancellationToken);
        var applied = (await transaction.Connection!.QueryAsync<AppliedMigration>(
            new CommandDefinition("SELECT number, checksum FROM schema_migrations", transaction: transaction, cancellationToken: cancellationToken))).AsList();
        CheckHistory(migrations, applied);

        var missing = migrations.ExceptBy(applied.Select(step => step.Number), migration => migration.Number).ToList();
        foreach (var migration in missing)
        {
            await RunAsync(transaction, migration.Sql, parameters: null, cancellationToken);
            await RunAsync(
                transaction,
                "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @Now)",
                new { migration.Number, migration.Name, migration.Checksum, Now = time.GetUtcNow().ToMicros() },
                cancellationToken);
        }

        return missing.Count;
    }
}
