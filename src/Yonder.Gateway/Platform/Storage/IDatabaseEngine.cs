using System.Data.Common;

namespace Yonder.Gateway.Platform.Storage;

/// <summary>What differs between the databases; the SQL does not.</summary>
internal interface IDatabaseEngine : IAsyncDisposable
{
    DatabaseKind Kind { get; }

    /// <summary>Makes sure that no other gateway uses the database for as long as this one lives.</summary>
    /// <exception cref="StorageException">Another one does.</exception>
    Task ClaimAsync(CancellationToken cancellationToken);

    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that may write; returns once this connection may.</summary>
    ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Inside a write transaction: keeps other gateways from migrating at the same time.</summary>
    Task LockForMigrationAsync(DbTransaction transaction, CancellationToken cancellationToken);
}
