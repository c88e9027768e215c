using Yonder.Bench.Harness;
using Yonder.Bench.Peers;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>100 MB through a terminal in a container, beside the engine's own stream of the same.</summary>
internal sealed class DockerOutput : IWorkload
{
    private const string Make = "yes 0123456789012345678901234567890123456789012345678901234567890123456789012345678 | head -c 100000000 > /tmp/lines.txt";

    public string Area => "terminals";

    public string Name => "docker terminal output";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var server = await DockerBench.StartEngineAsync();
        using var engine = new EngineApi(server.Socket);
        await using var gateway = await DockerBench.StartGatewayAsync(context, server, cancellationToken);
        var (our, their) = (await gateway.CreateAsync(DockerBench.Image, cancellationToken), await engine.CreateAsync(DockerBench.Image, cancellationToken));
        await gateway.RunAsync(our, cancellationToken, "sh", "-c", Make);
        await engine.RunAsync(their, cancellationToken, "sh", "-c", Make);
        await using var ours = await gateway.OpenTerminalAsync(our, cancellationToken);
        await using var theirs = await engine.OpenAsync(their, cancellationToken);
        await ours.SettleAsync(cancellationToken);
        await theirs.SettleAsync(cancellationToken);
        var figures = await context.TakeTurnsAsync(
            () => ours.CatAsync("/tmp/lines.txt", cancellationToken),
            () => theirs.CatAsync("/tmp/lines.txt", cancellationToken));
        var ratio = figures[0].Zip(figures[1], (mine, other) => mine / other).ToArray().Median();
        return [new() { Id = "terminals.docker.output", Name = "Docker: terminal output, 100 MB", Unit = "MB/s", Ours = figures[0].Median(), Peer = figures[1].Median(), PeerName = "Engine's TTY stream", Ratio = ratio, Target = "≥ 0.9 of it", Met = ratio >= 0.9 }];
    }
}
