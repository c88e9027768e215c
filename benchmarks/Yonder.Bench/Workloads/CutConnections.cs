using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;

namespace Yonder.Bench.Workloads;

/// <summary>The TCP connection cut 100 times at random points of a 50 MB stream, and taken up again by byte offset.</summary>
internal sealed class CutConnections : IWorkload
{
    private const int Cuts = 100;
    private const int Lines = 50_000_000 / 10;

    public string Area => "terminals";

    public string Name => "cut connections";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchContext context, CancellationToken cancellationToken)
    {
        await using var gateway = await GatewayProcess.StartAsync(context, cancellationToken);
        var id = await gateway.CreateAsync("host", cancellationToken);
        var check = new NumberedLines(Lines);
        var attach = new List<double>();
        var random = new Random(20261127);
        long offset = 0;
        for (var cut = 0; !check.IsDone; cut++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var socket = await gateway.OpenSocketAsync(id, cancellationToken, "cut", cut is 0 ? null : offset);
            if (cut is 0)
            {
                await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"stty -echo; PS1=; seq -f '#%08.0f' 1 {Lines}\r")), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
            }

            var budget = cut < Cuts ? random.NextInt64(50_000, 1_000_000) : long.MaxValue;
            offset += await ReadAsync(socket, budget, check, cut is 0 ? null : () => attach.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds), cancellationToken);
            socket.Abort();
        }

        return
        [
            new() { Id = "terminals.cuts.loss", Name = "100 cuts in 50 MB: lines lost or doubled", Unit = "lines", Ours = check.Wrong, Target = "0", Met = check.Wrong is 0 },
            new() { Id = "terminals.cuts.attach", Name = "re-attach to first replayed byte, median", Unit = "ms", Ours = attach.Median(), Target = "≤ 5 ms", Met = attach.Median() <= 5 },
        ];
    }

    private static async Task<long> ReadAsync(ClientWebSocket socket, long budget, NumberedLines check, Action? onFirst, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        long total = 0;
        while (total < budget && !check.IsDone)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            var result = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
            if (result.MessageType is WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"The server closed: {socket.CloseStatusDescription}");
            }

            if (total is 0 && result.Count > 0)
            {
                onFirst?.Invoke();
            }

            check.Append(buffer.AsSpan(0, result.Count));
            total += result.Count;
        }

        return total;
    }
}
