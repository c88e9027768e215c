using System.Diagnostics;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>How soon the launcher answers once it is built.</summary>
internal sealed class CliStart : IWorkload
{
    public string Area => "cli";

    public string Name => "launcher start";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var figures = await context.TakeTurnsAsync(() => RunAsync(context.Launcher, cancellationToken), () => RunAsync("node", cancellationToken));
        var (ours, peer) = (figures[0].Median(), figures[1].Median());
        return [new() { Id = "cli.version", Name = "yonder --version, whole process", Unit = "ms", Ours = ours, Peer = peer, PeerName = "node --version", Ratio = ours / peer, Target = "< 150 ms", Met = ours < 150 }];
    }

    private static async Task<double> RunAsync(string program, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new SkipException($"{program} did not start.");
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
