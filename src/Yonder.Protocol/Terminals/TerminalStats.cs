namespace Yonder.Protocol.Terminals;

/// <summary>What a container consumes, as the text in a <c>stats</c> frame holds it. Sizes in bytes; what is not known is 0.</summary>
public sealed record TerminalStats
{
    /// <summary>Gets the processor use; 100 is one whole processor.</summary>
    public double CpuPercent { get; init; }

    /// <summary>Gets the same once more, under the name that the embed widget reads.</summary>
    public double Cpu => CpuPercent;

    /// <summary>Gets the memory in use.</summary>
    public long Memory { get; init; }

    /// <summary>Gets the memory it may use.</summary>
    public long MemoryLimit { get; init; }

    /// <summary>Gets the bytes read from disk.</summary>
    public long DiskRead { get; init; }

    /// <summary>Gets the bytes written to disk.</summary>
    public long DiskWrite { get; init; }

    /// <summary>Gets the disk space in use.</summary>
    public long DiskUsage { get; init; }

    /// <summary>Gets the disk space it may use.</summary>
    public long DiskLimit { get; init; }

    /// <summary>Gets the bytes received.</summary>
    public long NetRx { get; init; }

    /// <summary>Gets the bytes sent.</summary>
    public long NetTx { get; init; }
}
