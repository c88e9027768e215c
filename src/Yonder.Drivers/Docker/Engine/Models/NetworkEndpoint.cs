namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>A container's place in one network.</summary>
internal sealed record NetworkEndpoint
{
    public string? IPAddress { get; init; }

    public string? GlobalIPv6Address { get; init; }
}
