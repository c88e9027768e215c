using Yonder.Protocol.Containers;
using Yonder.Runtimes.Provisioning;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>From the registry's words to the wire's.</summary>
internal static class ContainerMapping
{
    private const long Mebibyte = 1 << 20;

    public static Container ToView(this RuntimeRecord record, DateTimeOffset now) => new()
    {
        Id = record.Id.Value,
        DbId = record.Id.Value,
        DockerId = record.EngineId,
        UserId = record.Owner,
        Name = record.Name,
        Image = record.ImageAsAsked(),
        Role = record.Attributes.GetValueOrDefault(ContainerAttributes.Role),
        Status = record.State.ToStatus(),
        Reason = record.Reason,
        CreatedAt = record.CreatedAt,
        LastUsedAt = record.LastUsedAt,
        StartedAt = record.StartedAt,
        IdleSeconds = record.State is RuntimeState.Running ? Math.Max(0, (now - record.LastUsedAt).TotalSeconds) : 0,
        IpAddress = record.HostAddress,
        Labels = record.Spec?.Labels ?? new Dictionary<string, string>(StringComparer.Ordinal),
        Environment = record.Spec?.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal),
        Resources = (record.Spec?.Limits ?? ResourceLimits.None).ToView(),
        Driver = record.Driver,
    };

    public static string ImageAsAsked(this RuntimeRecord record)
        => record.Attributes.GetValueOrDefault(ContainerAttributes.Image) ?? record.Spec?.Image ?? record.Address?.ToString() ?? "";

    public static string ToStatus(this RuntimeState state) => state switch
    {
        RuntimeState.Creating => ContainerStatus.Creating,
        RuntimeState.Configuring => ContainerStatus.Configuring,
        RuntimeState.Running or RuntimeState.Stopping => ContainerStatus.Running,
        RuntimeState.Paused => ContainerStatus.Paused,
        RuntimeState.Failed => ContainerStatus.Error,
        RuntimeState.Stopped or RuntimeState.Deleting => ContainerStatus.Stopped,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no status yet."),
    };

    /// <summary>Makes limits of the wire's numbers, where 0 is no limit.</summary>
    public static ResourceLimits ToLimits(long memoryMb, long cpuShares, long diskMb) => new(
        MemoryBytes: memoryMb is 0 ? null : memoryMb * Mebibyte,
        Cpus: cpuShares is 0 ? null : cpuShares / 1000.0,
        DiskBytes: diskMb is 0 ? null : diskMb * Mebibyte);

    private static ContainerResources ToView(this ResourceLimits limits) => new(
        (limits.MemoryBytes ?? 0) / Mebibyte,
        (long)Math.Round((limits.Cpus ?? 0) * 1000),
        (limits.DiskBytes ?? 0) / Mebibyte);
}
