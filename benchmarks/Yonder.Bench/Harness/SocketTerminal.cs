using System.Net.WebSockets;

namespace Yonder.Bench.Harness;

/// <summary>A terminal behind a WebSocket, with or without a one-byte prefix on each message (ttyd has one).</summary>
internal sealed class SocketTerminal(ClientWebSocket socket, byte? prefix = null) : ITerminalPeer
{
    private readonly byte[] _sent = new byte[4096];
    private bool _atStart = true;

    public static async Task<ClientWebSocket> OpenAsync(Uri address, CancellationToken cancellationToken, string? subProtocol = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.SetBuffer(65536, 4096);
        socket.Options.SetRequestHeader("User-Agent", "yonder-bench websockets/1");
        if (subProtocol is not null)
        {
            socket.Options.AddSubProtocol(subProtocol);
        }

        await socket.ConnectAsync(address, cancellationToken);
        return socket;
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> keys, CancellationToken cancellationToken)
    {
        if (prefix is not { } first)
        {
            return socket.SendAsync(keys, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }

        _sent[0] = first;
        keys.CopyTo(_sent.AsMemory(1));
        return socket.SendAsync(_sent.AsMemory(0, keys.Length + 1), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
    }

    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer, cancellationToken);
            if (result.MessageType is WebSocketMessageType.Close)
            {
                return 0;
            }

            var skip = prefix is not null && _atStart ? 1 : 0;
            var ours = skip is 0 || buffer.Span[0] == prefix;
            _atStart = result.EndOfMessage;
            if (ours && result.Count > skip)
            {
                buffer.Span[skip..result.Count].CopyTo(buffer.Span);
                return result.Count - skip;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
