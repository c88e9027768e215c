using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Drivers.Docker.Execs;
using Yonder.Drivers.Docker.Provisioning;
using Yonder.Runtimes.Metrics;

namespace Yonder.Drivers.Docker.Metrics;

/// <summary>Measures a container.</summary>
internal sealed class DockerMetrics(ContainerRef container) : IMetrics
{
    private const int NanosecondsPerTick = 100;

    public async ValueTask<RuntimeMetrics> ReadAsync(CancellationToken cancellationToken = default)
    {
        var engine = container.Engine;

        // One sample at once; without "one-shot" the engine waits for a second one to compare with.
        var sampling = engine.GetAsync($"/containers/{container.Id}/stats?stream=false&one-shot=true", EngineJson.Default.ContainerStats, cancellationToken).AsTask();
        var limits = (await ContainerLookup.InspectAsync(engine, container.Id, cancellationToken))?.HostConfig;
        var stats = await sampling;
        return new()
        {
            TakenAt = engine.Time.GetUtcNow(),
            CpuTime = stats.Cpu?.Usage is { } usage ? TimeSpan.FromTicks((long)(usage.Total / NanosecondsPerTick)) : null,
            CpuLimit = limits?.NanoCpus is > 0 and var cpus ? cpus / 1e9 : stats.Cpu?.OnlineCpus is > 0 and var online ? online : null,
            MemoryBytes = Memory(stats.Memory),
            MemoryLimitBytes = limits?.Memory is > 0 and var memory ? memory : null,
            ProcessCount = (int?)stats.Pids?.Current,
            DiskReadBytes = Blocks(stats.Blocks, "read"),
            DiskWrittenBytes = Blocks(stats.Blocks, "write"),
            NetworkReceivedBytes = stats.Networks?.Values.Sum(static network => (long)network.Received),
            NetworkSentBytes = stats.Networks?.Values.Sum(static network => (long)network.Sent),
        };
    }

    // The page cache that can be dropped at once is nobody's need; the engine's own command line leaves it out too.
    private static long? Memory(MemoryStats? memory)
    {
        if (memory is null or { Usage: 0 })
        {
            return null;
        }

        var cache = memory.Stats?.GetValueOrDefault("total_inactive_file") is > 0 and var old ? old : memory.Stats?.GetValueOrDefault("inactive_file") ?? 0;
        return (long)(cache < memory.Usage ? memory.Usage - cache : memory.Usage);
    }

    private static long? Blocks(BlockStats? blocks, string operation)
        => blocks?.Bytes?.Where(counter => string.Equals(counter.Operation, operation, StringComparison.OrdinalIgnoreCase)).Sum(static counter => (long)counter.Value);
}
