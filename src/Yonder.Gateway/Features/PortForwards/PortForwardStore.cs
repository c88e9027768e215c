using Yonder.Gateway.Platform.Storage;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>Where forwards survive a restart.</summary>
internal sealed class PortForwardStore(Database database)
{
    public async Task<IReadOnlyList<PortForwardRecord>> LoadAsync(CancellationToken cancellationToken)
        => [.. (await database.QueryAsync<PortForwardRow>("SELECT * FROM port_forwards", parameters: null, cancellationToken)).Select(ToRecord)];

    public Task AddAsync(PortForwardRecord record, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        INSERT INTO port_forwards (id, owner_id, runtime_id, name, container_port, local_port, is_public, created_at)
        VALUES (@Id, @OwnerId, @RuntimeId, @Name, @ContainerPort, @LocalPort, @IsPublic, @CreatedAt)
        """,
        ToRow(record),
        cancellationToken);

    public Task RemoveAsync(string id, CancellationToken cancellationToken)
        => database.ExecuteAsync("DELETE FROM port_forwards WHERE id = @id", new { id }, cancellationToken);

    private static PortForwardRow ToRow(PortForwardRecord record) => new()
    {
        Id = record.Id,
        OwnerId = record.Owner,
        RuntimeId = record.Runtime.Value,
        Name = record.Name,
        ContainerPort = record.ContainerPort,
        LocalPort = record.LocalPort,
        IsPublic = record.IsPublic ? 1 : 0,
        CreatedAt = record.CreatedAt.ToMicros(),
    };

    private static PortForwardRecord ToRecord(PortForwardRow row) => new()
    {
        Id = row.Id,
        Owner = row.OwnerId,
        Runtime = new RuntimeId(row.RuntimeId),
        Name = row.Name,
        ContainerPort = (int)row.ContainerPort,
        LocalPort = (int)row.LocalPort,
        IsPublic = row.IsPublic is not 0,
        CreatedAt = Micros.FromMicros(row.CreatedAt),
    };
}
