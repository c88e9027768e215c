using System.Net.WebSockets;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Bytes as they are, from where they lie.</summary>
internal sealed class BinaryOutput(WebSocket socket) : TerminalOutput
{
    public override ValueTask SendAsync(ReadOnlyMemory<byte> bytes, long end, CancellationToken cancellationToken)
        => bytes.Length <= TerminalDialect.LargeFrame
            ? socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken)
            : SendPartsAsync(bytes, cancellationToken);

    private async ValueTask SendPartsAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, TerminalDialect.LargeFrame)];
            await socket.SendAsync(part, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
            bytes = bytes[part.Length..];
        }
    }
}
