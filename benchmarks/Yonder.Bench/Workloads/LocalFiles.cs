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
        var before = gateway.ResidentBytes;
        var most = before;
        var figures = await context.TakeTurnsAsync(
            async () =>
            {
                var rate = await RateAsync(() => gateway.UploadAsync(id, "/home/user/gigabyte", file, cancellationToken));
                most = Math.Max(most, gateway.ResidentBytes);
                return rate;
            },
            async () =>
            {
                var rate = await RateAsync(() => DownloadAsync(gateway, id, cancellationToken));
                most = Math.Max(most, gateway.ResidentBytes);
                return rate;
            },
            () => RateAsync(() => CopyAsync(context, file, cancellationToken)));
        var growth = (most - before) / 1e6;
        return
        [
            RowOf("up", "upload", figures[0], figures[2]),
            RowOf("down", "download", figures[1], figures[2]),
            new() { Id = "files.local.memory", Name = "Local: 1 GB files, server memory growth", Unit = "MB", Ours = growth, Target = "< 64 MB", Met = growth < 64 },
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

    private static async Task DownloadAsync(GatewayProcess gateway, string id, CancellationToken cancellationToken)
    {
        await using var content = await gateway.Http.GetStreamAsync(new Uri($"api/containers/{id}/files?path=/home/user/gigabyte", UriKind.Relative), cancellationToken);
        var buffer = new byte[1 << 18];
        long total = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += read;
        }

        if (total != Bytes)
        {
            throw new InvalidOperationException($"{total} bytes came of {Bytes}.");
        }
    }

    private static async Task CopyAsync(BenchContext context, string file, CancellationToken cancellationToken)
    {
        using var copy = Process.Start("cp", [file, Path.Combine(context.Work, "copy")]);
        await copy.WaitForExitAsync(cancellationToken);
    }
}
