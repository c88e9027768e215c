namespace Yonder.Drivers.Docker.Engine.Models;

/// <summary>How a container sits on its host.</summary>
internal sealed record HostConfig
{
    /// <summary>Gets whether a small init process reaps orphans and passes signals on.</summary>
    public bool? Init { get; init; }

    public string? NetworkMode { get; init; }

    public long? Memory { get; init; }

    /// <summary>Gets memory and swap together.</summary>
    public long? MemorySwap { get; init; }

    public long? NanoCpus { get; init; }

    public long? PidsLimit { get; init; }

    public IReadOnlyDictionary<string, string>? StorageOpt { get; init; }
}
