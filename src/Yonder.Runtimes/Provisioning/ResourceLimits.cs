namespace Yonder.Runtimes.Provisioning;

/// <summary>What a runtime may use; <see langword="null"/> is unlimited.</summary>
/// <param name="MemoryBytes">Memory in bytes.</param>
/// <param name="Cpus">Processors; 1.5 means one and a half.</param>
/// <param name="ProcessCount">Processes and threads at once.</param>
/// <param name="DiskBytes">Disk space in bytes; enforced where the engine can.</param>
public sealed record ResourceLimits(long? MemoryBytes = null, double? Cpus = null, int? ProcessCount = null, long? DiskBytes = null)
{
    /// <summary>Gets no limits at all.</summary>
    public static ResourceLimits None { get; } = new();
}
