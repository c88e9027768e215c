using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Yonder.Gateway.Platform.Storage;

internal sealed class PostgresEngine(string connectionString) : IDatabaseEngine
{
    // Any number that no other program on the same database uses: "yonder" in ASCII.
    private const long MigrationLock = 0x796f6e646572;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    public DatabaseKind Kind => DatabaseKind.Postgres;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
        => await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    public Task LockForMigrationAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"SELECT pg_advisory_xact_lock({MigrationLock})", transaction: transaction, cancellationToken: cancellationToken));

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
