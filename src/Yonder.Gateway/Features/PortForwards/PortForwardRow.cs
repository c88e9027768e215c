namespace Yonder.Gateway.Features.PortForwards;

/// <summary>A line of the table <c>port_forwards</c>.</summary>
internal sealed class PortForwardRow
{
    public required string Id { get; init; }

    public required string OwnerId { get; init; }

    public required string RuntimeId { get; init; }

    public required string Name { get; init; }

    public required long ContainerPort { get; init; }

    public required long LocalPort { get; init; }

    public required long IsPublic { get; init; }

    public required long CreatedAt { get; init; }
}
