using System.Globalization;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes.Metrics;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>What a sandbox consumes: from its control groups, or else from its processes.</summary>
internal sealed class SandboxMetrics(SandboxGroups groups, SandboxMembers members, Func<ResourceLimits> limits, TimeProvider time) : IMetrics
{
    private const int TicksPerSecond = 100;

    public ValueTask<RuntimeMetrics> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var processes = groups.Read("cpuacct", "cpuacct.usage") is null ? members.Find().Select(Usage).ToArray() : [];
        return new(new RuntimeMetrics
        {
            TakenAt = time.GetUtcNow(),
            CpuTime = groups.Read("cpuacct", "cpuacct.usage") is { } nanoseconds ? TimeSpan.FromTicks(nanoseconds / 100) : processes.Aggregate(TimeSpan.Zero, (sum, usage) => sum + usage.Cpu),
            CpuLimit = limits().Cpus,
            MemoryBytes = groups.Read("memory", "memory.usage_in_bytes") ?? processes.Sum(usage => usage.Memory),
            MemoryLimitBytes = limits().MemoryBytes,
            ProcessCount = (int?)groups.Read("pids", "pids.current") ?? processes.Length,
        });
    }

    private static (TimeSpan Cpu, long Memory) Usage(int pid)
    {
        if (SmallFile.TryRead($"/proc/{pid}/stat") is not { } stat)
        {
            return default;
        }

        // Fields after the name: user and system time are the 12th and 13th, resident pages the 22nd.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        long Field(int number) => long.Parse(fields[number], CultureInfo.InvariantCulture);
        return (TimeSpan.FromSeconds((Field(11) + Field(12)) / (double)TicksPerSecond), Field(21) * Environment.SystemPageSize);
    }
}
