using Yonder.Bench.Harness;
using Yonder.Bench.Peers;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>100 MB of text through a terminal socket: throughput beside the PTY's own, and what it costs the server.</summary>
internal sealed class TerminalOutput : IWorkload
{
    private const int Bytes = 100_000_000;

    public string Area => "terminals";

    public string Name => "terminal output";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.Work, "lines.txt");
        await WriteLinesAsync(file, cancellationToken);
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken);
        var id = await gateway.CreateAsync("host", cancellationToken);
        await using var ours = await gateway.OpenTerminalAsync(id, cancellationToken);
        await using var server = await NodePtyPeer.StartAsync(context, cancellationToken);
        await using var nodePty = await server.OpenAsync(cancellationToken);
        await using var raw = RawPty.Open();
        foreach (var terminal in (ITerminalPeer[])[ours, nodePty, raw])
        {
            await terminal.SettleAsync(cancellationToken);
        }

        // A sandbox does not see the host's folder: its copy goes in through the API.
        await gateway.UploadAsync(id, "/tmp/lines.txt", file, cancellationToken);
        var cpu = new List<double>();
        var peerCpu = new List<double>();
        var figures = await context.TakeTurnsAsync(
            () => WithCpuAsync(() => ours.CatAsync("/tmp/lines.txt", cancellationToken), () => gateway.CpuSeconds, cpu),
            () => WithCpuAsync(() => nodePty.CatAsync(file, cancellationToken), () => server.CpuSeconds, peerCpu),
            () => raw.CatAsync(file, cancellationToken));
        var (our, limit) = (figures[0].Median(), figures[2].Median());

        // Ratios are taken pair by pair, so that the machine's drift cancels out.
        var ratio = figures[0].Zip(figures[2], (a, b) => a / b).ToArray().Median();
        return
        [
            new() { Id = "terminals.output", Name = "terminal output, 100 MB, beside the PTY read bare", Unit = "MB/s", Ours = our, Limit = limit, Ratio = ratio, Target = "≥ 0.95 of the PTY", Met = ratio >= 0.95 },
            new() { Id = "terminals.output.node-pty", Name = "terminal output, 100 MB, beside node-pty", Unit = "MB/s", Ours = our, Peer = figures[1].Median(), PeerName = "node-pty + ws", Ratio = our / figures[1].Median(), Target = "ahead", Met = our > figures[1].Median() },
            new() { Id = "terminals.output.cpu", Name = "server CPU per 100 MB of output", Unit = "s", Ours = cpu.Median(), Peer = peerCpu.Median(), PeerName = "node-pty + ws", Ratio = cpu.Median() / peerCpu.Median(), Target = "≤ 0.35 s", Met = cpu.Median() <= 0.35 },
        ];
    }

    private static async Task<double> WithCpuAsync(Func<Task<double>> run, Func<double> cpu, List<double> spent)
    {
        var before = cpu();
        var figure = await run();
        spent.Add(cpu() - before);
        return figure;
    }

    private static async Task WriteLinesAsync(string path, CancellationToken cancellationToken)
    {
        var line = new byte[80];
        Array.Fill(line, (byte)'x');
        line[^1] = (byte)'\n';
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        for (var written = 0; written < Bytes; written += line.Length)
        {
            await file.WriteAsync(line, cancellationToken);
        }
    }
}
