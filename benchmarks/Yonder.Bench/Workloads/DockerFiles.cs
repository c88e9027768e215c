using System.Diagnostics;
using Yonder.Bench.Harness;
using Yonder.Bench.Peers;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>1 GB into a container and out again, beside <c>docker cp</c>.</summary>
internal sealed class DockerFiles : IWorkload
{
    private const long Bytes = 1_000_000_000;

    public string Area => "files";

    public string Name => "docker files";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.Work, "gigabyte");
        await RandomFile.WriteAsync(file, Bytes, cancellationToken);
        await using var server = await DockerBench.StartEngineAsync();
        using var engine = new EngineApi(server.Socket);
        await using var gateway = await DockerBench.StartGatewayAsync(context, server, cancellationToken);
        var (our, their) = (await gateway.CreateAsync(DockerBench.Image, cancellationToken), await engine.CreateAsync(DockerBench.Image, cancellationToken));
        var copy = Path.Combine(context.Work, "copy");
        var memory = new MemoryWatch(() => gateway.ResidentBytes);
        var up = await context.TakeTurnsAsync(
            () => RateAsync(() => memory.WatchAsync(() => gateway.UploadAsync(our, "/tmp/gigabyte", file, cancellationToken))),
            () => RateAsync(() => DockerCpAsync(server.Host, file, $"{their}:/tmp/gigabyte", cancellationToken)));
        var down = await context.TakeTurnsAsync(
            () => RateAsync(() => memory.WatchAsync(() => gateway.DownloadAsync(our, "/tmp/gigabyte", copy, cancellationToken))),
            () => RateAsync(() => DockerCpAsync(server.Host, $"{their}:/tmp/gigabyte", copy, cancellationToken)));
        return
        [
            RowOf("up", "upload", up),
            RowOf("down", "download", down),
            new() { Id = "files.docker.memory", Name = "Docker: 1 GB files, server memory growth", Unit = "MB", Ours = memory.GrowthMegabytes, Target = "< 64 MB", Met = memory.GrowthMegabytes < 64 },
        ];
    }

    private static Row RowOf(string id, string name, double[][] figures)
    {
        var ratio = figures[0].Zip(figures[1], (ours, theirs) => ours / theirs).ToArray().Median();
        return new() { Id = $"files.docker.{id}", Name = $"Docker: {name} of 1 GB", Unit = "MB/s", Ours = figures[0].Median(), Peer = figures[1].Median(), PeerName = "docker cp", Ratio = ratio, Target = "≥ 0.8 of docker cp", Met = ratio >= 0.8 };
    }

    private static async Task<double> RateAsync(Func<Task> copy)
    {
        var begun = Stopwatch.GetTimestamp();
        await copy();
        return Bytes / 1e6 / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task DockerCpAsync(string host, string source, string target, CancellationToken cancellationToken)
    {
        using var copy = Process.Start("docker", ["-H", host, "cp", "-q", source, target]);
        await copy.WaitForExitAsync(cancellationToken);
        if (copy.ExitCode is not 0)
        {
            throw new SkipException("docker cp does not work here.");
        }
    }
}
