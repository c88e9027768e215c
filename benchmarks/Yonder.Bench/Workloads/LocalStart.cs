using System.Diagnostics;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>From the create request to the first output of a command, on the Local driver; and a command in a sandbox that runs.</summary>
internal sealed class LocalStart : IWorkload
{
    private const int Commands = 200;

    public string Area => "containers";

    public string Name => "local sandboxes";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken, "--driver", "local");
        var starts = await context.TakeTurnsAsync(() => StartAsync(gateway, cancellationToken));
        var id = await gateway.CreateAsync("host", cancellationToken);
        var commands = await context.TakeTurnsAsync(() => ExecAsync(gateway, id, cancellationToken), () => SpawnAsync(cancellationToken));
        var (start, command, spawn) = (starts[0].Median(), commands[0].Median(), commands[1].Median());
        var burst = await BurstAsync(gateway, cancellationToken);
        return
        [
            new() { Id = "containers.local.start", Name = "Local: create to first output", Unit = "ms", Ours = start, Target = "≤ 50 ms", Met = start <= 50 },
            new() { Id = "containers.local.exec", Name = "Local: exec of true, over HTTP, beside Process.Start of true", Unit = "ms", Ours = command, Limit = spawn, Ratio = command / spawn, Target = "≤ 1 ms over it", Met = command - spawn <= 1 },
            new() { Id = "containers.local.burst", Name = "Local: 20 creates at once, failures", Unit = "", Ours = burst, Target = "0", Met = burst is 0 },
        ];
    }

    private static async Task<double> StartAsync(GatewayProcess gateway, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var id = await gateway.CreateAsync("host", cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await gateway.DeleteAsync(id, cancellationToken);
        return elapsed;
    }

    private static async Task<double> ExecAsync(GatewayProcess gateway, string id, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var run = 0; run < Commands; run++)
        {
            await gateway.RunAsync(id, cancellationToken, "true");
        }

        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds / Commands;
    }

    private static async Task<double> SpawnAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var run = 0; run < Commands; run++)
        {
            using var process = Process.Start("true");
            await process.WaitForExitAsync(cancellationToken);
        }

        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds / Commands;
    }

    private static async Task<int> BurstAsync(GatewayProcess gateway, CancellationToken cancellationToken)
    {
        var failed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = cancellationToken }, async (_, token) =>
        {
            try
            {
                await gateway.CreateAsync("host", token);
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
            {
                Interlocked.Increment(ref failed);
            }
        });
        return failed;
    }
}
