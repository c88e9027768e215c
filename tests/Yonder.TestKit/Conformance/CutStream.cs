namespace Yonder.TestKit.Conformance;

/// <summary>A content that fails half-way, as an upload whose client goes away.</summary>
internal sealed class CutStream(long bytesBeforeTheCut) : Stream
{
    private long _left = bytesBeforeTheCut;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_left is 0)
        {
            throw new IOException("The client went away.");
        }

        var count = (int)Math.Min(_left, buffer.Length);
        buffer[..count].Fill((byte)'n');
        _left -= count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ReadInto(buffer.Span);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private ValueTask<int> ReadInto(Span<byte> buffer)
    {
        try
        {
            return new(Read(buffer));
        }
        catch (IOException exception)
        {
            return ValueTask.FromException<int>(exception);
        }
    }
}
