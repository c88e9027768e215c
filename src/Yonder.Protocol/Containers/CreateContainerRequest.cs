namespace Yonder.Protocol.Containers;

/// <summary>What to make a container of.</summary>
public sealed record CreateContainerRequest
{
    /// <summary>Gets the image: a reference like <c>ubuntu:24.04</c> or a short name like <c>ubuntu</c>.</summary>
    public string? Image { get; init; }

    /// <summary>Gets the reference when <see cref="Image"/> is <c>custom</c>.</summary>
    public string? CustomImage { get; init; }

    /// <summary>Gets the name: 1 to 64 letters, digits, <c>-</c> and <c>_</c>; one is made up without it.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the set of tools wanted in it.</summary>
    public string? Role { get; init; }

    /// <summary>Gets the memory limit in MiB.</summary>
    public long? MemoryMb { get; init; }

    /// <summary>Gets the processor limit in thousandths: 1000 is one processor.</summary>
    public long? CpuShares { get; init; }

    /// <summary>Gets the disk limit in MiB.</summary>
    public long? DiskMb { get; init; }

    /// <summary>Gets the environment variables of everything that runs in it.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Gets labels to find it by.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Gets the network: <c>default</c> or <c>none</c>.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>Gets after how long without use it is stopped.</summary>
    public long? IdleTimeoutSeconds { get; init; }

    /// <summary>Gets after how long it is stopped in any case.</summary>
    public long? MaxLifetimeSeconds { get; init; }

    /// <summary>Gets the driver to make it with, e.g. <c>docker</c> or <c>local</c>; the gateway's default without it.</summary>
    public string? Driver { get; init; }
}
