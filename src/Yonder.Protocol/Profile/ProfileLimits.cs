namespace Yonder.Protocol.Profile;

/// <summary>What a plan allows.</summary>
/// <param name="Containers">How many containers.</param>
/// <param name="MaxAgents">How many machines of their own.</param>
/// <param name="MemoryMb">The memory of each container.</param>
/// <param name="CpuShares">The CPU of each container, 1000 being one core.</param>
/// <param name="DiskMb">The disk of each container.</param>
public sealed record ProfileLimits(int Containers, int MaxAgents, int MemoryMb, int CpuShares, int DiskMb);
