using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>One file in the data folder: readers never wait (WAL), and the one writer is chosen by <see cref="Database"/>.</summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    private const int BusyTimeoutSeconds = 10;

    private readonly string _connectionString;

    // Connections come from a pool; what they were told before they still know.
    private readonly ConditionalWeakTable<sqlite3, SqliteEngine> _prepared = [];

    public SqliteEngine(string path)
    {
        Batteries_V2.Init();

        // Created here, so that nobody else can read it in the moment before its mode is set.
        using (File.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusyTimeoutSeconds }.ToString();
    }

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (connection.Handle is { } handle && !_prepared.TryGetValue(handle, out _))
            {
                // WAL is a property of the file, the other two of the connection. FULL: what was acknowledged outlives a power cut as well.
                await connection.ExecuteAsync($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = {BusyTimeoutSeconds * 1000};");
                _prepared.TryAdd(handle, this);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)

        // Serializable is BEGIN IMMEDIATE: the write lock is taken now, where it can be waited for, and not at the first write, where it cannot.
        => await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);

    // The file is in the data folder, and that is locked.
    public Task ClaimAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task LockForMigrationAsync(DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        // Closing the last connection also folds the write-ahead log back into the file.
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}
