using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>1,000 terminals at 40 kB/s each: how late the bytes come, what a terminal costs, and what an idle one does.</summary>
internal sealed class ManyTerminals : IWorkload
{
    private const int Count = 1000;
    private const int ChunkBytes = 4000;
    private const int ChunksPerSecond = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    // One program feeds all terminals, so that the load generator does not cost more than what is measured:
    // it writes a stamped chunk into every terminal's slave side in turn.
    private const string Feeder = """
        import sys, time, os
        ttys = [os.open(p, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK) for p in open(sys.argv[1]).read().split()]
        end = time.monotonic() + float(sys.argv[2])
        period = 1.0 / float(sys.argv[3])
        size = int(sys.argv[4])
        step = period / len(ttys)
        due = time.monotonic()
        while time.monotonic() < end:
            for t in ttys:
                now = time.monotonic()
                if due > now:
                    time.sleep(due - now)
                due += step
                stamp = b'@%016d' % time.monotonic_ns()
                try:
                    os.write(t, stamp + b'.' * (size - len(stamp) - 1) + b'\n')
                except BlockingIOError:
                    pass
        """;

    public string Area => "terminals";

    public string Name => "1,000 terminals";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken);
        var id = await gateway.CreateAsync("host", cancellationToken);
        var empty = gateway.ResidentBytes;
        var sockets = new ClientWebSocket[Count];
        var ttys = new string[Count];
        for (var index = 0; index < Count; index++)
        {
            sockets[index] = await gateway.OpenSocketAsync(id, cancellationToken);
            ttys[index] = await AskTtyAsync(sockets[index], cancellationToken);
        }

        var idle = await IdleCpuAsync(gateway, cancellationToken);
        var latencies = new StampReader[Count];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = sockets.Select((socket, index) => (latencies[index] = new StampReader(socket)).RunAsync(stop.Token)).ToArray();
        await FeedAsync(context, ttys, cancellationToken);
        var each = (gateway.ResidentBytes - empty) / 1e3 / Count;
        var broken = latencies.Count(reader => reader.HasEnded);
        await stop.CancelAsync();
        await Task.WhenAll(reading);
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }

        var p99 = latencies.SelectMany(reader => reader.Milliseconds).ToArray().Percentile(0.99);
        return
        [
            new() { Id = "terminals.many.latency", Name = "1,000 terminals at 40 kB/s: delivery p99", Unit = "ms", Ours = p99, Target = "≤ 20 ms", Met = p99 <= 20 },
            new() { Id = "terminals.many.broken", Name = "1,000 terminals: disconnects", Unit = "", Ours = broken, Target = "0", Met = broken is 0 },
            new() { Id = "terminals.many.memory", Name = "1,000 terminals: server memory each, under load", Unit = "kB", Ours = each, Target = "≤ 60 kB", Met = each <= 60 },
            new() { Id = "terminals.many.idle", Name = "1,000 idle terminals: server CPU", Unit = "%", Ours = idle, Target = "< 2 %", Met = idle < 2 },
        ];
    }

    private static async Task<string> AskTtyAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        // The shell itself goes away: what remains of it is sleep, which neither reads nor writes.
        await socket.SendAsync("stty -echo; PS1=; echo T=$(tty)=T; stty -onlcr; exec sleep 100000\r"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            text.Append(Encoding.ASCII.GetString(buffer, 0, result.Count));
            var all = text.ToString();
            var begin = all.IndexOf("T=/dev/", StringComparison.Ordinal);
            var end = begin < 0 ? -1 : all.IndexOf("=T", begin, StringComparison.Ordinal);
            if (end > 0)
            {
                return all[(begin + 2)..end];
            }
        }
    }

    private static async Task<double> IdleCpuAsync(GatewayProcess gateway, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(5));
        await pause.WaitForNextTickAsync(cancellationToken);
        var (cpu, begun) = (gateway.CpuSeconds, Stopwatch.GetTimestamp());
        await pause.WaitForNextTickAsync(cancellationToken);
        return (gateway.CpuSeconds - cpu) / Stopwatch.GetElapsedTime(begun).TotalSeconds * 100;
    }

    private static async Task FeedAsync(BenchContext context, string[] ttys, CancellationToken cancellationToken)
    {
        var list = Path.Combine(context.Work, "ttys");
        await File.WriteAllTextAsync(list, string.Join('\n', ttys), cancellationToken);
        var script = Path.Combine(context.Work, "feed.py");
        await File.WriteAllTextAsync(script, Feeder, cancellationToken);
        using var feeder = Process.Start("/usr/bin/python3", [script, list, Window.TotalSeconds.ToString(CultureInfo.InvariantCulture), ChunksPerSecond.ToString(CultureInfo.InvariantCulture), ChunkBytes.ToString(CultureInfo.InvariantCulture)]);
        await feeder.WaitForExitAsync(cancellationToken);
        if (feeder.ExitCode is not 0)
        {
            throw new SkipException("The load generator failed; it needs python3 and terminals that the host can open.");
        }
    }
}
