using Yonder.Bench.Harness;
using Yonder.Bench.Peers;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>One key and its echo, through the whole way and back.</summary>
internal sealed class TerminalEcho : IWorkload
{
    private const int Keys = 500;

    public string Area => "terminals";

    public string Name => "key echo";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken);
        var id = await gateway.CreateAsync("host", cancellationToken);
        await using var server = await NodePtyPeer.StartAsync(context, cancellationToken);
        List<double>[] all = [[], [], []];
        await context.TakeTurnsAsync(
            () => OnceAsync(() => gateway.OpenTerminalAsync(id, cancellationToken), all[0], cancellationToken),
            () => OnceAsync(() => server.OpenAsync(cancellationToken), all[1], cancellationToken),
            () => OnceAsync(() => Task.FromResult<ITerminalPeer>(RawPty.Open()), all[2], cancellationToken));
        return [RowOf(all, 0.5, "p50", 0.1), RowOf(all, 0.99, "p99", 0.5)];
    }

    private static Row RowOf(List<double>[] all, double fraction, string label, double allowed)
    {
        var (ours, peer, limit) = (all[0].Percentile(fraction), all[1].Percentile(fraction), all[2].Percentile(fraction));
        return new()
        {
            Id = $"terminals.echo.{label}",
            Name = $"key echo, {label}",
            Unit = "ms",
            Ours = ours,
            Peer = peer,
            PeerName = "node-pty + ws",
            Limit = limit,
            Ratio = ours / peer,
            Target = $"≤ {allowed} ms over the raw PTY",
            Met = ours - limit <= allowed,
        };
    }

    private static async Task<double> OnceAsync(Func<Task<ITerminalPeer>> open, List<double> all, CancellationToken cancellationToken)
    {
        await using var terminal = await open();
        var times = await terminal.EchoAsync(Keys, cancellationToken);
        all.AddRange(times);
        return times.Median();
    }
}
