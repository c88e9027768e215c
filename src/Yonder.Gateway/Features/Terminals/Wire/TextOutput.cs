using System.Buffers;
using System.Net.WebSockets;
using System.Text.Unicode;
using Yonder.Gateway.Platform.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Text messages of whole characters, no longer than the client can take.</summary>
internal sealed class TextOutput(WebSocket socket, int maxFrame) : CharacterOutput(maxFrame)
{
    private const int RepairedLength = 3;

    protected override ValueTask SendCharactersAsync(ReadOnlyMemory<byte> piece, long? end, CancellationToken cancellationToken)
        => Utf8.IsValid(piece.Span)
            ? socket.SendAsync(piece, WebSocketMessageType.Text, endOfMessage: true, cancellationToken)
            : SendRepairedAsync(piece, cancellationToken);

    private async ValueTask SendRepairedAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        var repaired = ArrayPool<byte>.Shared.Rent(MaxPiece);
        try
        {
            while (!piece.IsEmpty)
            {
                var part = piece[..Math.Min(piece.Length, MaxPiece / RepairedLength)];
                if (part.Length < piece.Length)
                {
                    part = part[..Utf8Text.CompleteLength(part.Span)];
                }

                var length = Utf8Text.Repair(part.Span, repaired);
                await socket.SendAsync(repaired.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                piece = piece[part.Length..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(repaired);
        }
    }
}
