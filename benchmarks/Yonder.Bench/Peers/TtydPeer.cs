using System.Globalization;
using System.Net.WebSockets;
using Yonder.Bench.Harness;

namespace Yonder.Bench.Peers;

/// <summary>ttyd, the lean web terminal in C (Debian package <c>ttyd</c>).</summary>
internal sealed class TtydPeer : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly int _port;

    private TtydPeer(ChildProcess process, int port)
    {
        _process = process;
        _port = port;
    }

    public double CpuSeconds => _process.CpuSeconds;

    public static async Task<TtydPeer> StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists("/usr/bin/ttyd"))
        {
            throw new SkipException("ttyd is not installed (apt-get install ttyd).");
        }

        var port = Ports.Free();
        var process = ChildProcess.Start("/usr/bin/ttyd", ["-i", "lo", "-p", port.ToString(CultureInfo.InvariantCulture), "-W", "bash", "--norc"]);
        await Ports.WaitAsync(port, cancellationToken);
        return new(process, port);
    }

    public async Task<ITerminalPeer> OpenAsync(CancellationToken cancellationToken)
    {
        var socket = await SocketTerminal.OpenAsync(new Uri($"ws://127.0.0.1:{_port}/ws"), cancellationToken, "tty");
        await socket.SendAsync("{\"AuthToken\":\"\",\"columns\":80,\"rows\":24}"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        return new SocketTerminal(socket, (byte)'0');
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
