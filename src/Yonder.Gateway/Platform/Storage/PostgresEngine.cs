using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Yonder.Gateway.Platform.Storage;

internal sealed class PostgresEngine(string connectionString) : IDatabaseEngine
{
    // Any numbers that no other program on the same database uses: "yonder" in ASCII, and the one after it.
    private const long MigrationLock = 0x796f6e646572;
    private const long GatewayLock = MigrationLock + 1;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    private NpgsqlConnection? _claim;

    public DatabaseKind Kind => DatabaseKind.Postgres;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
        => await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    // What a gateway knows of its runtimes it keeps in memory as well: two on one database would contradict each other.
    public async Task ClaimAsync(CancellationToken cancellationToken)
    {
        _claim = await _source.OpenConnectionAsync(cancellationToken);
        if (!await _claim.ExecuteScalarAsync<bool>(new CommandDefinition($"SELECT pg_try_advisory_lock({GatewayLock})", cancellationToken: cancellationToken)))
        {
            throw new StorageException("Another Yonder is using this database. Stop it, or give this one a database of its own.");
        }
    }

    public Task LockForMigrationAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"SELECT pg_advisory_xact_lock({MigrationLock})", transaction: transaction, cancellationToken: cancellationToken));

    public async ValueTask DisposeAsync()
    {
        if (_claim is not null)
        {
            // Back in the pool the session would live on, and its lock with it; the pool's end ends both.
            await _claim.DisposeAsync();
        }

        await _source.DisposeAsync();
    }
}
