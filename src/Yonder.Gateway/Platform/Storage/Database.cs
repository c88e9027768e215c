using System.Data.Common;
using Dapper;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>The gateway's database: SQLite or PostgreSQL, spoken to in SQL that both understand.</summary>
/// <remarks>
/// Ids are TEXT, times are BIGINT microseconds since 1970 (<see cref="Micros"/>), flags are BIGINT 0 or 1. A write has happened when its
/// task completes: it then survives the death of this process.
/// </remarks>
internal sealed class Database(IDatabaseEngine engine) : IAsyncDisposable
{
    // SQLite has one writer at a time. Waiting here is fair and costs nothing; waiting in SQLite means retrying.
    private readonly SemaphoreSlim? _writer = engine.Kind is DatabaseKind.Sqlite ? new SemaphoreSlim(1) : null;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public DatabaseKind Kind => engine.Kind;

    public IDatabaseEngine Engine => engine;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await engine.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
    }

    public async Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await engine.OpenAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    /// <summary>Runs one writing statement; returns how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
        => WriteAsync(
            (transaction, token) => transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: token)),
            cancellationToken);

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it happens, or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_writer is not null)
        {
            await _writer.WaitAsync(cancellationToken);
        }

        try
        {
            await using var connection = await engine.OpenAsync(cancellationToken);
            await using var transaction = await engine.BeginWriteAsync(connection, cancellationToken);
            var result = await work(transaction, cancellationToken);

            // Without the caller's token: a commit that was started is not left in doubt.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writer?.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        _writer?.Dispose();
    }
}
