using System.Collections.Concurrent;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Metrics;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Measures containers for the JSON clients: once for all who ask at about the same time.</summary>
internal sealed class TerminalStatsSource(RuntimeRegistry registry, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<RuntimeId, Measurement> _last = new();

    /// <summary>The newest measurement; <see langword="null"/> where the runtime cannot be measured.</summary>
    public async ValueTask<TerminalStats?> ReadAsync(RuntimeId runtime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var previous = _last.GetValueOrDefault(runtime);
        if (previous is not null && now - previous.Metrics.TakenAt < Fresh)
        {
            return previous.Stats;
        }

        Forget(now);
        try
        {
            var live = await registry.OpenAsync(runtime, cancellationToken);
            if (live.Metrics is null)
            {
                return null;
            }

            var metrics = await live.Metrics.ReadAsync(cancellationToken);
            var stats = Describe(metrics, previous?.Metrics);
            _last[runtime] = new Measurement(metrics, stats);
            return stats;
        }
        catch (RuntimeException)
        {
            // Stopped, gone or out of reach: the client is told of that as its status, and there is nothing to measure.
            return null;
        }
    }

    private static TerminalStats Describe(RuntimeMetrics now, RuntimeMetrics? before) => new()
    {
        CpuPercent = CpuPercent(now, before),
        Memory = now.MemoryBytes ?? 0,
        MemoryLimit = now.MemoryLimitBytes ?? 0,
        DiskRead = now.DiskReadBytes ?? 0,
        DiskWrite = now.DiskWrittenBytes ?? 0,
        DiskUsage = now.DiskBytes ?? 0,
        DiskLimit = now.DiskLimitBytes ?? 0,
        NetRx = now.NetworkReceivedBytes ?? 0,
        NetTx = now.NetworkSentBytes ?? 0,
    };

    private static double CpuPercent(RuntimeMetrics now, RuntimeMetrics? before)
        => before is not null && now.TakenAt > before.TakenAt && now.CpuTime is { } used && before.CpuTime is { } usedBefore
            ? Math.Round(Math.Max(0, 100 * ((used - usedBefore) / (now.TakenAt - before.TakenAt))), 2)
            : 0;

    private void Forget(DateTimeOffset now)
    {
        foreach (var (runtime, measurement) in _last)
        {
            if (now - measurement.Metrics.TakenAt > Forgotten)
            {
                _last.TryRemove(KeyValuePair.Create(runtime, measurement));
            }
        }
    }

    private sealed record Measurement(RuntimeMetrics Metrics, TerminalStats Stats);
}
