using System.Diagnostics;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>1 GB up into a Local sandbox and down again, and the server's memory meanwhile.</summary>
internal sealed class LocalFiles : IWorkload
{
    private const long Bytes = 1_000_000_000;

    public string Area => "files";

    public string Name => "local files";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.Work, "gigabyte");
        await RandomFile.WriteAsync(file, Bytes, cancellationToken);
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken, "--driver", "local");
        var id = await gateway.CreateAsync("host", cancellationToken);
        var copy = Path.Combine(context.Work, "copy");
        var memory = new MemoryWatch(() => gateway.ResidentBytes);
        var figures = await context.TakeTurnsAsync(
            () => RateAsync(() => memory.WatchAsync(() => gateway.UploadAsync(id, "/home/user/gigabyte", file, cancellationToken))),
            () => RateAsync(() => memory.WatchAsync(() => gateway.DownloadAsync(id, "/home/user/gigabyte", copy, cancellationToken))),
            () => RateAsync(() => CopyAsync(file, copy, cancellationToken)));
        return
        [
            RowOf("up", "upload", figures[0], figures[2]),
            RowOf("down", "download", figures[1], figures[2]),
            new() { Id = "files.local.memory", Name = "Local: 1 GB files, server memory growth", Unit = "MB", Ours = memory.GrowthMegabytes, Target = "< 64 MB", Met = memory.GrowthMegabytes < 64 },
        ];
    }

    private static Row RowOf(string id, string name, double[] ours, double[] limit) => new()
    {
        Id = $"files.local.{id}",
        Name = $"Local: {name} of 1 GB, beside cp",
        Unit = "MB/s",
        Ours = ours.Median(),
        Limit = limit.Median(),
        Ratio = ours.Median() / limit.Median(),
        Target = "≥ 300 MB/s",
        Met = ours.Median() >= 300,
    };

    private static async Task<double> RateAsync(Func<Task> copy)
    {
        var begun = Stopwatch.GetTimestamp();
        await copy();
        return Bytes / 1e6 / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task CopyAsync(string file, string copy, CancellationToken cancellationToken)
    {
        using var cp = Process.Start("cp", [file, copy]);
        await cp.WaitForExitAsync(cancellationToken);
    }
}
