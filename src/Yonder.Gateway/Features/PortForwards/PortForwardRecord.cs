using Yonder.Runtimes;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>A forward as it was asked for.</summary>
internal sealed record PortForwardRecord
{
    public required string Id { get; init; }

    public required string Owner { get; init; }

    public required RuntimeId Runtime { get; init; }

    public required string Name { get; init; }

    public required int ContainerPort { get; init; }

    /// <summary>Gets the port that the gateway listens on for it, chosen once.</summary>
    public required int LocalPort { get; init; }

    /// <summary>Gets a value indicating whether its proxy address works for anybody who knows it.</summary>
    public required bool IsPublic { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
