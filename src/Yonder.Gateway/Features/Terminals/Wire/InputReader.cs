using System.Buffers;
using System.Net.WebSockets;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Reads what one client sends: typing, which is handed on as it comes, and control.</summary>
/// <remarks>While nothing comes, no buffer is held.</remarks>
internal sealed class InputReader(WebSocket socket, IInputSink sink)
{
    private const int BufferSize = 16 * 1024;

    /// <summary>The longest control object; a message beyond that is typing, whatever it looks like.</summary>
    private const int MaxControl = 1024 * 1024;

    /// <summary>Reads until the client closes; returns with its status then.</summary>
    /// <exception cref="WebSocketException">The client was cut off or does not speak the protocol.</exception>
    public async Task<WebSocketCloseStatus?> RunAsync(CancellationToken cancellationToken)
    {
        using var held = new PooledBuffer();
        while (true)
        {
            // Waits without a buffer: thousands of quiet sockets need none.
            var waited = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
            if (waited.MessageType is WebSocketMessageType.Close)
            {
                return socket.CloseStatus;
            }

            sink.Arrived();
            if (!waited.EndOfMessage && !await ReadMessageAsync(held, cancellationToken))
            {
                return socket.CloseStatus;
            }
        }
    }

    private async ValueTask<bool> ReadMessageAsync(PooledBuffer held, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var isFirst = true;
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType is WebSocketMessageType.Close)
                {
                    return false;
                }

                var bytes = buffer.AsMemory(0, part.Count);
                var mayBeControl = held.Length > 0 || (isFirst && part.MessageType is WebSocketMessageType.Text && LooksLikeObject(bytes.Span));
                await (mayBeControl ? HoldAsync(held, bytes, part.EndOfMessage, cancellationToken) : sink.TypeAsync(bytes, cancellationToken));
                if (part.EndOfMessage)
                {
                    return true;
                }

                isFirst = false;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask HoldAsync(PooledBuffer held, ReadOnlyMemory<byte> bytes, bool isEnd, CancellationToken cancellationToken)
    {
        if (isEnd && held.Length is 0)
        {
            await HandleAsync(bytes, cancellationToken);
            return;
        }

        held.Append(bytes.Span);
        if (isEnd || held.Length > MaxControl)
        {
            await (isEnd ? HandleAsync(held.Content, cancellationToken) : sink.TypeAsync(held.Content, cancellationToken));
            held.Clear();
        }
    }

    private ValueTask HandleAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) => ControlFrame.TryParse(message.Span) switch
    {
        null => sink.TypeAsync(message, cancellationToken),
        { Kind: ControlKind.Input, Data: { Length: > 0 } data } => sink.TypeAsync(System.Text.Encoding.UTF8.GetBytes(data), cancellationToken),
        { Kind: ControlKind.Resize, Size: TerminalSize size } => sink.ResizeAsync(size, cancellationToken),
        { Kind: ControlKind.Ping } => sink.PingedAsync(cancellationToken),
        _ => ValueTask.CompletedTask,
    };

    private static bool LooksLikeObject(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        return first >= 0 && bytes[first] is (byte)'{';
    }
}
