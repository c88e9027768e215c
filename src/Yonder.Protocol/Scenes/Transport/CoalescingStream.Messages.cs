using System.Buffers;
using System.Runtime.CompilerServices;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>Whole messages, framed right where they gather.</summary>
internal sealed partial class CoalescingStream
{
    /// <summary>Writes one message. What the socket itself writes (pings, goodbyes) are whole frames too, so neither cuts into the other.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteMessageAsync(ReadOnlyMemory<byte> message, FrameWriter frames, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _writeBuffer ??= ArrayPool<byte>.Shared.Rent(WriteSize);
            if (_written + FrameWriter.LongestHead + message.Length > WriteSize)
            {
                await WriteGatheredAsync(cancellationToken).ConfigureAwait(false);
            }

            _written += frames.WriteHead(_writeBuffer.AsSpan(_written), message.Length, out var mask);
            if (_written + message.Length <= WriteSize)
            {
                Gather(message.Span, frames.IsMasked, mask);
            }
            else if (frames.IsMasked)
            {
                await WriteMaskedAsync(message, mask, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                // A large message that needs no mask goes out from where it lies.
                await WriteGatheredAsync(cancellationToken).ConfigureAwait(false);
                await inner.WriteAsync(message, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Gather(ReadOnlySpan<byte> bytes, bool isMasked, uint mask)
    {
        var target = _writeBuffer.AsSpan(_written, bytes.Length);
        if (isMasked)
        {
            FrameWriter.Mask(bytes, target, mask);
        }
        else
        {
            bytes.CopyTo(target);
        }

        _written += bytes.Length;
    }

    private async ValueTask WriteMaskedAsync(ReadOnlyMemory<byte> message, uint mask, CancellationToken cancellationToken)
    {
        await WriteGatheredAsync(cancellationToken).ConfigureAwait(false);
        while (!message.IsEmpty)
        {
            var part = message[..Math.Min(message.Length, WriteSize)];
            Gather(part.Span, isMasked: true, mask);
            await WriteGatheredAsync(cancellationToken).ConfigureAwait(false);
            message = message[part.Length..];
        }
    }
}
