using System.ComponentModel.DataAnnotations;

namespace Yonder.Runtimes.Keeper;

/// <summary>The limits of the keeper.</summary>
public sealed class KeeperOptions
{
    /// <summary>Gets or sets how many terminals and processes are kept at most.</summary>
    [Range(1, 1_000_000)]
    public int MaxKept { get; set; } = 10_000;

    /// <summary>Gets or sets how many bytes of input may wait for a program that does not read.</summary>
    [Range(1, 64 * 1024 * 1024)]
    public int InputQueue { get; set; } = 64 * 1024;

    /// <summary>Gets or sets how many bytes a viewer may lag before the program waits for it.</summary>
    [Range(4096, 16 * 1024 * 1024)]
    public int Window { get; set; } = 256 * 1024;

    /// <summary>Gets or sets how long one that has ended is kept when nobody removes it.</summary>
    public TimeSpan EndedRetention { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long after its end a program's output may stay silent before whatever still holds it open is hung up.</summary>
    public TimeSpan DrainGrace { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets how often the limits in time are looked at.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the directory for output that does not stay in memory; one of the system's for temporary files when <see langword="null"/>.</summary>
    public string? SpillDirectory { get; set; }
}
