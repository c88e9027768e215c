using Microsoft.Win32.SafeHandles;

namespace Yonder.Drivers.Local.Files;

/// <summary>A range of an open file.</summary>
internal sealed class LocalReadStream(SafeFileHandle file, long offset, long? length) : Stream
{
    private long _position = offset;
    private long _left = length ?? long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var part = buffer[..(int)Math.Min(buffer.Length, _left)];
        if (part.IsEmpty)
        {
            return 0;
        }

        var count = await RandomAccess.ReadAsync(file, part, _position, cancellationToken);
        _position += count;
        _left -= count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = RandomAccess.Read(file, buffer.AsSpan(offset, (int)Math.Min(count, _left)), _position);
        _position += count;
        _left -= count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
