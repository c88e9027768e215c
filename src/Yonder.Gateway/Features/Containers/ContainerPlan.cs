namespace Yonder.Gateway.Features.Containers;

/// <summary>What callers of one tier may have; 0 is no limit. The sizes are also what a container gets when its maker names none.</summary>
internal sealed class ContainerPlan
{
    public const string Default = "free";

    public int Containers { get; init; }

    public long MemoryMb { get; init; }

    public long CpuShares { get; init; }

    public long DiskMb { get; init; }
}
