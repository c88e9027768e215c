using System.Buffers;
using System.Net.WebSockets;
using Yonder.Runtimes.Ports;

namespace Yonder.Gateway.Features.PortForwards.Tunnels;

/// <summary>Between the frames of a WebSocket and the bytes of a connection.</summary>
internal static class SocketBytes
{
    private const int BufferSize = 64 * 1024;

    public static async Task SendAsync(DuplexStream from, WebSocket to, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await from.ReadAsync(buffer.AsMemory(0, BufferSize), cancellationToken)) > 0)
            {
                await to.SendAsync(buffer.AsMemory(0, count), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Passes on what the client sends until it closes, which the port learns as the end of its input.</summary>
    public static async Task ReceiveAsync(WebSocket from, DuplexStream to, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (true)
            {
                var received = await from.ReceiveAsync(buffer.AsMemory(0, BufferSize), cancellationToken);
                if (received.MessageType is WebSocketMessageType.Close)
                {
                    await to.CompleteWritesAsync(cancellationToken);
                    return;
                }

                await to.WriteAsync(buffer.AsMemory(0, received.Count), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
