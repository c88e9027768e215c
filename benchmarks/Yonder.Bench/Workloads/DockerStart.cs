using System.Diagnostics;
using Yonder.Bench.Harness;
using Yonder.Bench.Peers;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>Containers and commands beside the Engine API's own calls, on one engine.</summary>
internal sealed class DockerStart : IWorkload
{
    private const int Commands = 20;

    public string Area => "containers";

    public string Name => "docker containers";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var server = await DockerBench.StartEngineAsync();
        using var engine = new EngineApi(server.Socket);
        await using var gateway = await DockerBench.StartGatewayAsync(context, server, cancellationToken);
        var starts = await context.TakeTurnsAsync(
            () => OursAsync(gateway, cancellationToken),
            () => TheirsAsync(engine, cancellationToken));
        var (our, their) = (await gateway.CreateAsync(DockerBench.Image, cancellationToken), await engine.CreateAsync(DockerBench.Image, cancellationToken));
        var commands = await context.TakeTurnsAsync(
            () => RepeatAsync(() => gateway.RunAsync(our, cancellationToken, "true")),
            () => RepeatAsync(() => engine.RunAsync(their, cancellationToken, "true")));
        var failures = await BurstAsync(gateway, cancellationToken);
        return
        [
            RowOf("containers.docker.start", "Docker: create to first output", starts),
            RowOf("containers.docker.exec", "Docker: exec of true", commands),
            new() { Id = "containers.docker.burst", Name = "Docker: 20 creates at once, failures", Unit = "", Ours = failures, Target = "0", Met = failures is 0 },
        ];
    }

    private static Row RowOf(string id, string name, double[][] figures)
    {
        var ratio = figures[0].Zip(figures[1], (ours, theirs) => ours / theirs).ToArray().Median();
        return new() { Id = id, Name = name, Unit = "ms", Ours = figures[0].Median(), Peer = figures[1].Median(), PeerName = "Engine API", Ratio = ratio, Target = "≤ 1.1 of the Engine API", Met = ratio <= 1.1 };
    }

    private static async Task<double> OursAsync(GatewayProcess gateway, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var id = await gateway.CreateAsync(DockerBench.Image, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await gateway.DeleteAsync(id, cancellationToken);
        return elapsed;
    }

    private static async Task<double> TheirsAsync(EngineApi engine, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var id = await engine.CreateAsync(DockerBench.Image, cancellationToken);
        await engine.RunAsync(id, cancellationToken, "true");
        var elapsed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await engine.DeleteAsync(id, cancellationToken);
        return elapsed;
    }

    private static async Task<double> RepeatAsync(Func<Task> run)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var count = 0; count < Commands; count++)
        {
            await run();
        }

        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds / Commands;
    }

    private static async Task<int> BurstAsync(GatewayProcess gateway, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await gateway.CreateAsync(DockerBench.Image, cancellationToken);
                return 0;
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
            {
                return 1;
            }
        }));
        return results.Sum();
    }
}
