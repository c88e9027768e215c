namespace Yonder.Protocol.Containers;

/// <summary>What may be changed of a container; what is left out stays as it is.</summary>
/// <param name="Name">The name; required by the wire, so give the present one to keep it.</param>
/// <param name="MemoryMb">Memory limit in MiB.</param>
/// <param name="CpuShares">Processor limit in thousandths.</param>
/// <param name="DiskMb">Disk limit in MiB.</param>
public sealed record ContainerSettings(string Name, long? MemoryMb = null, long? CpuShares = null, long? DiskMb = null);
