using System.Diagnostics;
using System.Globalization;
using System.Text;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>A client that stops reading for 30 s under <c>yes</c>: the server's memory, what arrives afterwards, and Ctrl-C.</summary>
internal sealed class StalledClient : IWorkload
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    public string Area => "terminals";

    public string Name => "stalled client";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken);
        var id = await gateway.CreateAsync("host", cancellationToken);
        await using var terminal = await gateway.OpenTerminalAsync(id, cancellationToken);
        await terminal.SettleAsync(cancellationToken);

        // Some output first, so that what any terminal needs is not counted as growth.
        await terminal.UntilAsync("head -c 20000000 /dev/zero | tr '\\0' x; echo W$((40+2))M\r", "W42M", cancellationToken);
        await terminal.SendAsync("i=0; while :; do i=$((i+1)); echo \"n$i\"; done\r"u8.ToArray(), cancellationToken);
        var before = gateway.ResidentBytes;
        using (var stall = new PeriodicTimer(Stall))
        {
            await stall.WaitForNextTickAsync(cancellationToken);
        }

        var growth = (gateway.ResidentBytes - before) / 1e6;
        var begun = Stopwatch.GetTimestamp();
        await terminal.SendAsync("\u0003echo S$((40+2))P\r"u8.ToArray(), cancellationToken);
        var missing = await CountMissingAsync(terminal, "S42P", cancellationToken);
        var stopped = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return
        [
            new() { Id = "terminals.stall.memory", Name = "client stalled 30 s: memory growth", Unit = "MB", Ours = growth, Target = "≤ 1 MB", Met = growth <= 1 },
            new() { Id = "terminals.stall.loss", Name = "client stalled 30 s: lines lost or doubled afterwards", Unit = "lines", Ours = missing, Target = "0", Met = missing is 0 },
            new() { Id = "terminals.stall.interrupt", Name = "client stalled 30 s: Ctrl-C to prompt, backlog included", Unit = "s", Ours = stopped, Target = "≤ 1 s", Met = stopped <= 1 },
        ];
    }

    /// <summary>Reads the numbered lines up to the mark and counts the steps that are not plus one.</summary>
    private static async Task<int> CountMissingAsync(ITerminalPeer terminal, string mark, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 18];
        var text = new StringBuilder();
        long last = 0;
        var wrong = 0;
        while (true)
        {
            var read = await terminal.ReceiveAsync(buffer, cancellationToken);
            if (read is 0)
            {
                throw new InvalidOperationException("The terminal ended.");
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            var all = text.ToString();
            var end = all.LastIndexOf('\n') + 1;
            foreach (var line in all[..end].Split('\n'))
            {
                if (line.StartsWith('n') && long.TryParse(line[1..].TrimEnd('\r'), CultureInfo.InvariantCulture, out var number))
                {
                    wrong += number == last + 1 ? 0 : 1;
                    last = number;
                }
            }

            if (all.Contains(mark, StringComparison.Ordinal))
            {
                return wrong;
            }

            text.Clear().Append(all[end..]);
        }
    }
}
