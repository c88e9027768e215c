using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Platform.Storage.Runtimes;

/// <summary>The registry's records in the gateway's database.</summary>
internal sealed class SqlRuntimeStore(Database database) : IRuntimeStore
{
    public async ValueTask<IReadOnlyList<RuntimeRecord>> LoadAsync(CancellationToken cancellationToken = default)
        => [.. (await database.QueryAsync<RuntimeRow>("SELECT * FROM runtimes", parameters: null, cancellationToken)).Select(row => row.ToRecord())];

    public async ValueTask AddAsync(RuntimeRecord record, CancellationToken cancellationToken = default)
    {
        var added = await database.ExecuteAsync(
            """
            INSERT INTO runtimes (id, owner_id, name, driver, spec, address, attributes, state, error, reason, engine_id, host_address, created_at, started_at, last_used_at)
            VALUES (@Id, @OwnerId, @Name, @Driver, @Spec, @Address, @Attributes, @State, @Error, @Reason, @EngineId, @HostAddress, @CreatedAt, @StartedAt, @LastUsedAt)
            ON CONFLICT DO NOTHING
            """,
            record.ToRow(),
            cancellationToken);
        if (added is 0)
        {
            throw new RuntimeException(RuntimeError.AlreadyExists, $"There is a runtime named '{record.Name}' already.");
        }
    }

    public async ValueTask UpdateAsync(RuntimeRecord record, CancellationToken cancellationToken = default)
        => await database.ExecuteAsync(
            """
            UPDATE runtimes SET name = @Name, spec = @Spec, attributes = @Attributes, state = @State, error = @Error, reason = @Reason,
                engine_id = @EngineId, host_address = @HostAddress, started_at = @StartedAt, last_used_at = @LastUsedAt
            WHERE id = @Id
            """,
            record.ToRow(),
            cancellationToken);

    public async ValueTask RemoveAsync(RuntimeId id, CancellationToken cancellationToken = default)
        => await database.ExecuteAsync("DELETE FROM runtimes WHERE id = @Id", new { Id = id.Value }, cancellationToken);
}
