namespace Yonder.Gateway.Features.Containers;

/// <summary>What callers may have, and how long calls take.</summary>
internal sealed class ContainersOptions
{
    public const string Section = "Containers";

    /// <summary>Gets the plans by tier; a tier that is not listed is <c>free</c>.</summary>
    public Dictionary<string, ContainerPlan> Plans { get; init; } = new(StringComparer.Ordinal)
    {
        ["guest"] = new() { Containers = 5, MemoryMb = 512, CpuShares = 500, DiskMb = 2048 },
        ["free"] = new() { Containers = 20, MemoryMb = 2048, CpuShares = 2000, DiskMb = 10_240 },
        ["pro"] = new() { Containers = 50, MemoryMb = 4096, CpuShares = 4000, DiskMb = 20_480 },
        ["enterprise"] = new() { Containers = 200, MemoryMb = 8192, CpuShares = 8000, DiskMb = 51_200 },
    };

    /// <summary>Gets the plan of the user that the gateway runs as: it is their machine.</summary>
    public ContainerPlan Owner { get; init; } = new() { Containers = 1000 };

    /// <summary>Gets how long a creation may take and still be answered as done, rather than as begun.</summary>
    public TimeSpan CreateWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the time that a command has when its caller names none.</summary>
    public TimeSpan ExecTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the most time that a command may have.</summary>
    public TimeSpan ExecTimeoutLimit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Gets how many bytes of each of a command's outputs are kept.</summary>
    public int ExecOutputLimit { get; init; } = 1 << 20;

    /// <summary>Gets how many labels, and how many variables, a container may have.</summary>
    public int EntriesLimit { get; init; } = 1000;

    /// <summary>Gets how many characters a label or variable may have, name and value together.</summary>
    public int EntryLength { get; init; } = 32_768;

    /// <summary>Gets how often containers are looked at that asked to be stopped when idle or old.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(5);
}
