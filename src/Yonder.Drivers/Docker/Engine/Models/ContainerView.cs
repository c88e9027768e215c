namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>A container as the engine describes it.</summary>
internal sealed record ContainerView
{
    public required string Id { get; init; }

    public string? Image { get; init; }

    public required ContainerState State { get; init; }

    public ContainerConfig? Config { get; init; }

    public HostConfig? HostConfig { get; init; }

    public NetworkSettings? NetworkSettings { get; init; }
}
