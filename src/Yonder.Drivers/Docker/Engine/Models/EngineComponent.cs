namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>One program that an engine is made of, e.g. <c>Podman Engine</c>.</summary>
internal sealed record EngineComponent
{
    public string? Name { get; init; }
}
