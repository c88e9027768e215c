using System.Buffers;
using Yonder.Gateway.Platform.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Cuts output into pieces that hold whole characters only; the beginning of one waits for its end.</summary>
internal abstract class CharacterOutput(int maxPiece) : TerminalOutput
{
    private readonly byte[] _partial = new byte[Utf8Text.MaxPartial];
    private int _partialLength;

    protected int MaxPiece { get; } = maxPiece;

    public sealed override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, long end, CancellationToken cancellationToken)
    {
        if (_partialLength > 0)
        {
            bytes = bytes[await SendJoinedAsync(bytes, end, cancellationToken)..];
        }

        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, MaxPiece)];
            piece = piece[..Utf8Text.CompleteLength(piece.Span)];
            if (piece.IsEmpty)
            {
                bytes.CopyTo(_partial);
                _partialLength = bytes.Length;
                return;
            }

            bytes = bytes[piece.Length..];
            await SendCharactersAsync(piece, end - bytes.Length, cancellationToken);
        }
    }

    public sealed override async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        if (_partialLength > 0)
        {
            // There is no end to wait for any more: what began is shown as a replacement character.
            await SendCharactersAsync(_partial.AsMemory(0, _partialLength), end: null, cancellationToken);
            _partialLength = 0;
        }
    }

    /// <summary>Sends a piece that ends with a character, or with bytes that cannot become one.</summary>
    protected abstract ValueTask SendCharactersAsync(ReadOnlyMemory<byte> piece, long? end, CancellationToken cancellationToken);

    /// <summary>Sends the character that had begun together with what completes it; returns how much of <paramref name="bytes"/> that took.</summary>
    private async ValueTask<int> SendJoinedAsync(ReadOnlyMemory<byte> bytes, long end, CancellationToken cancellationToken)
    {
        var joined = ArrayPool<byte>.Shared.Rent(MaxPiece);
        try
        {
            var taken = Math.Min(bytes.Length, MaxPiece - _partialLength);
            _partial.AsSpan(0, _partialLength).CopyTo(joined);
            bytes.Span[..taken].CopyTo(joined.AsSpan(_partialLength));
            var length = _partialLength + taken;
            var complete = Utf8Text.CompleteLength(joined.AsSpan(0, length));
            if (complete is 0)
            {
                joined.AsSpan(0, length).CopyTo(_partial);
                _partialLength = length;
                return taken;
            }

            taken = complete - _partialLength;
            _partialLength = 0;
            await SendCharactersAsync(joined.AsMemory(0, complete), end - (bytes.Length - taken), cancellationToken);
            return taken;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }
}
