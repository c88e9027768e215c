using System.Buffers;
using System.Buffers.Binary;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>Builds one request in a rented buffer: length, type, id, fields. The session fills in length and id and gives the buffer back.</summary>
internal sealed class SftpRequest : IDisposable
{
    private const int HeaderLength = 9;
    private byte[] _buffer;
    private int _length = HeaderLength;

    public SftpRequest(SftpPacketType type, int capacity = 512)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity + HeaderLength);
        _buffer[4] = (byte)type;
    }

    public SftpRequest Number(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);
        return this;
    }

    public SftpRequest Number64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(Take(8), value);
        return this;
    }

    public SftpRequest Text(ReadOnlySpan<byte> value)
    {
        Number((uint)value.Length);
        value.CopyTo(Take(value.Length));
        return this;
    }

    /// <summary>Adds attributes that hold permission bits, or none.</summary>
    public SftpRequest Mode(int? mode)
    {
        const uint HasPermissions = 4;
        return mode is { } bits ? Number(HasPermissions).Number((uint)bits) : Number(0);
    }

    /// <summary>Adds room for bytes that the caller fills in itself, preceded by their length.</summary>
    public Memory<byte> Room(int length)
    {
        Number((uint)length);
        Take(length);
        return _buffer.AsMemory(_length - length, length);
    }

    public ReadOnlyMemory<byte> Finish(uint id)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_buffer, (uint)(_length - 4));
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.AsSpan(5), id);
        return _buffer.AsMemory(0, _length);
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((_length + count) * 2);
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
