using System.Buffers.Binary;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Takes apart the frames in which an engine mixes two streams: a byte for the stream, three zeros, four for the length, the content.</summary>
internal sealed class FrameReader(Func<Memory<byte>, CancellationToken, ValueTask<int>> read)
{
    private const int HeaderLength = 8;
    private const int BufferLength = 64 << 10;
    private const byte LastStream = 2;

    private readonly byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;
    private long _left;
    private byte _stream;

    /// <summary>Reads the next piece; it is valid until the next call. Empty at the end.</summary>
    /// <exception cref="InvalidDataException">What comes is not made of frames.</exception>
    /// <exception cref="EndOfStreamException">The connection ended within a frame.</exception>
    public async ValueTask<FramePiece> NextAsync(CancellationToken cancellationToken)
    {
        while (_left is 0)
        {
            if (!await FillAsync(HeaderLength, cancellationToken))
            {
                return default;
            }

            TakeHeader(_buffer.AsSpan(_start, HeaderLength));
            _start += HeaderLength;
        }

        if (!await FillAsync(1, cancellationToken))
        {
            throw new EndOfStreamException("The connection was cut within a frame.");
        }

        var count = (int)Math.Min(_left, _end - _start);
        var piece = new FramePiece(_stream, _buffer.AsMemory(_start, count));
        _start += count;
        _left -= count;
        return piece;
    }

    /// <summary>Copies all that comes of either stream.</summary>
    /// <exception cref="InvalidDataException">It is more than <paramref name="limit"/> bytes.</exception>
    public async ValueTask CopyAsync(Stream target, int limit, CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { Bytes.IsEmpty: false } piece)
        {
            limit -= piece.Bytes.Length;
            if (limit < 0)
            {
                throw new InvalidDataException("A command of ours said more than it can.");
            }

            await target.WriteAsync(piece.Bytes, cancellationToken);
        }
    }

    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_buffer.Length - _start < count)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        while (_end - _start < count)
        {
            var got = await read(_buffer.AsMemory(_end), cancellationToken);
            if (got is 0)
            {
                return _start == _end ? false : throw new EndOfStreamException("The connection was cut within a frame.");
            }

            _end += got;
        }

        return true;
    }

    private void TakeHeader(ReadOnlySpan<byte> header)
    {
        if (header[0] > LastStream || header[1] is not 0 || header[2] is not 0 || header[3] is not 0)
        {
            throw new InvalidDataException("What the engine sends is not made of frames.");
        }

        _stream = header[0];
        _left = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
    }
}
