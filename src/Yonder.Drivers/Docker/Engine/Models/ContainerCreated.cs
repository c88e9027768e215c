namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The answer to a create.</summary>
internal sealed record ContainerCreated
{
    public required string Id { get; init; }
}
