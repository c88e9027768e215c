using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;

namespace Yonder.Bench.Workloads;

/// <summary>Reads one terminal and notes how long each stamped chunk was on its way.</summary>
internal sealed class StampReader(ClientWebSocket socket)
{
    private const int StampLength = 16;
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    public List<double> Milliseconds { get; } = [];

    public bool HasEnded { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[16384];
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (result.MessageType is WebSocketMessageType.Close)
                {
                    HasEnded = true;
                    return;
                }

                Note(buffer.AsSpan(0, result.Count));
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
        catch (WebSocketException)
        {
            HasEnded = !cancellationToken.IsCancellationRequested;
        }
    }

    // Python's monotonic clock and Stopwatch are the same CLOCK_MONOTONIC.
    private void Note(ReadOnlySpan<byte> bytes)
    {
        var now = Stopwatch.GetTimestamp() * NanosecondsPerTick;
        for (var at = bytes.IndexOf((byte)'@'); at >= 0; at = bytes.IndexOf((byte)'@'))
        {
            bytes = bytes[(at + 1)..];
            if (bytes.Length < StampLength)
            {
                return;
            }

            if (long.TryParse(Encoding.ASCII.GetString(bytes[..StampLength]), CultureInfo.InvariantCulture, out var sent))
            {
                Milliseconds.Add((now - sent) / 1e6);
            }
        }
    }
}
