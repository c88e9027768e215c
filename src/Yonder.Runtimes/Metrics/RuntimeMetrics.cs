namespace Yonder.Runtimes.Metrics;

/// <summary>One measurement; every size in bytes, counters since the runtime started.</summary>
public sealed record RuntimeMetrics
{
    /// <summary>Gets when it was taken.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Gets the processor time used in all.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>Gets the processors it may use; 2 means two whole ones.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Gets the memory in use.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Gets the memory it may use.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Gets the number of processes.</summary>
    public int? ProcessCount { get; init; }

    /// <summary>Gets the disk space in use.</summary>
    public long? DiskBytes { get; init; }

    /// <summary>Gets the disk space it may use.</summary>
    public long? DiskLimitBytes { get; init; }

    /// <summary>Gets the bytes read from block devices.</summary>
    public long? DiskReadBytes { get; init; }

    /// <summary>Gets the bytes written to block devices.</summary>
    public long? DiskWrittenBytes { get; init; }

    /// <summary>Gets the bytes received.</summary>
    public long? NetworkReceivedBytes { get; init; }

    /// <summary>Gets the bytes sent.</summary>
    public long? NetworkSentBytes { get; init; }

    /// <summary>Gets the graphics processors; empty where there are none.</summary>
    public IReadOnlyList<GpuMetrics> Gpus { get; init; } = [];
}
