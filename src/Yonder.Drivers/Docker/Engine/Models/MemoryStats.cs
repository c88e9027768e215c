namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>Memory in bytes.</summary>
internal sealed record MemoryStats
{
    public ulong Usage { get; init; }

    public ulong Limit { get; init; }

    public IReadOnlyDictionary<string, ulong>? Stats { get; init; }
}
