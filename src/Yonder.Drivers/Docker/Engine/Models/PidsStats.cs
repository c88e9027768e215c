namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>The number of processes.</summary>
internal sealed record PidsStats
{
    public ulong? Current { get; init; }
}
