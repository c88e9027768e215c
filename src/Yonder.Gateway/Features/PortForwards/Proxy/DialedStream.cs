using Yonder.Gateway.Features.PortForwards.Tunnels;

namespace Yonder.Gateway.Features.PortForwards.Proxy;

/// <summary>A dialed port as the plain stream that an HTTP client keeps, and closes as a whole.</summary>
internal sealed class DialedStream(DialedPort port) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => port.Stream.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => port.Stream.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => port.Stream.FlushAsync(cancellationToken);

    public override void Flush() => port.Stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => port.Stream.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => port.Stream.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await port.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            port.Stream.Dispose();
            port.Use.Dispose();
        }

        base.Dispose(disposing);
    }
}
