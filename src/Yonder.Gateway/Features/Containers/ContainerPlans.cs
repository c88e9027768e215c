using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Gateway.Features.Containers;

/// <summary>Which plan a caller is on, and what it makes of the sizes they ask for.</summary>
internal static class ContainerPlans
{
    // Beyond this no machine goes, and in bytes it still fits a long.
    private const long Most = 1L << 40;

    public static ContainerPlan Of(this ContainersOptions options, Caller caller)
        => string.Equals(caller.UserId, LocalOwner.Id, StringComparison.Ordinal)
            ? options.Owner
            : options.Plans.GetValueOrDefault(caller.Tier) ?? options.Plans[ContainerPlan.Default];

    /// <summary>Fits what was asked for into the plan; what was not asked for is the plan's own.</summary>
    public static ResourceLimits Fit(this ContainerPlan plan, long? memoryMb, long? cpuShares, long? diskMb) => ContainerMapping.ToLimits(
        Fit(memoryMb, plan.MemoryMb, "memory_mb"),
        Fit(cpuShares, plan.CpuShares, "cpu_shares"),
        Fit(diskMb, plan.DiskMb, "disk_mb"));

    private static long Fit(long? asked, long most, string name) => asked switch
    {
        < 0 or > Most => throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "invalid_resources", $"{name} must be a number from 0 to {Most}")),
        null or 0 => most,
        { } size => most is 0 ? size : Math.Min(size, most),
    };
}
