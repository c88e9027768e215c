namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The networks of a container.</summary>
internal sealed record NetworkSettings
{
    public IReadOnlyDictionary<string, NetworkEndpoint>? Networks { get; init; }
}
