namespace Yonder.Protocol.Containers;

/// <summary>What a container may use; 0 is no limit.</summary>
/// <param name="MemoryMb">Memory in MiB.</param>
/// <param name="CpuShares">Processor time in thousandths: 1000 is one processor.</param>
/// <param name="DiskMb">Disk space in MiB.</param>
public sealed record ContainerResources(long? MemoryMb = null, long? CpuShares = null, long? DiskMb = null);
