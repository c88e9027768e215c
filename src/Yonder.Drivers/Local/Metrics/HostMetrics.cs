using System.Globalization;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes.Metrics;

namespace Yonder.Drivers.Local.Metrics;

/// <summary>What this machine consumes, from /proc.</summary>
internal sealed class HostMetrics(string home, TimeProvider time) : IMetrics
{
    // What the kernel counts processor time in, on every architecture that it tells user space about.
    private const int TicksPerSecond = 100;

    public ValueTask<RuntimeMetrics> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var memory = Pairs("/proc/meminfo");
        var (received, sent) = Network();
        var disk = new DriveInfo(home);
        return new(new RuntimeMetrics
        {
            TakenAt = time.GetUtcNow(),
            CpuTime = CpuTime(),
            CpuLimit = Environment.ProcessorCount,
            MemoryBytes = (memory.GetValueOrDefault("MemTotal") - memory.GetValueOrDefault("MemAvailable")) << 10,
            MemoryLimitBytes = memory.GetValueOrDefault("MemTotal") << 10,
            ProcessCount = Directory.EnumerateDirectories("/proc").Count(path => char.IsAsciiDigit(Path.GetFileName(path)[0])),
            DiskBytes = disk.TotalSize - disk.TotalFreeSpace,
            DiskLimitBytes = disk.TotalSize,
            NetworkReceivedBytes = received,
            NetworkSentBytes = sent,
        });
    }

    private static TimeSpan CpuTime()
    {
        // cpu user nice system idle iowait irq softirq steal: all but the idle ones.
        var fields = (SmallFile.TryRead("/proc/stat") ?? "").Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return fields.Length < 8 ? TimeSpan.Zero : TimeSpan.FromSeconds((fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) / (double)TicksPerSecond);
    }

    private static (long Received, long Sent) Network()
    {
        var (received, sent) = (0L, 0L);
        foreach (var line in (SmallFile.TryRead("/proc/net/dev") ?? "").Split('\n'))
        {
            // name: bytes packets errs drop fifo frame compressed multicast bytes ...
            var parts = line.Split(':', 2);
            if (parts.Length is 2 && parts[0].Trim() is not "lo")
            {
                var fields = parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                received += long.Parse(fields[0], CultureInfo.InvariantCulture);
                sent += long.Parse(fields[8], CultureInfo.InvariantCulture);
            }
        }

        return (received, sent);
    }

    /// <summary>The numbers of a file of lines <c>name: number unit</c>.</summary>
    private static Dictionary<string, long> Pairs(string path)
        => (SmallFile.TryRead(path) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length is 2)
            .ToDictionary(parts => parts[0], parts => long.TryParse(parts[1].Trim().Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? number : 0, StringComparer.Ordinal);
}
