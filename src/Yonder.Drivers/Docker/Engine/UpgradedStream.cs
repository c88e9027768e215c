using System.Net.Security;
using System.Net.Sockets;
using Yonder.Runtimes.Ports;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>A connection that an engine took over with status 101: raw bytes both ways, each direction ending on its own.</summary>
internal sealed class UpgradedStream(HttpMessageInvoker invoker, HttpResponseMessage response, Stream bytes, Stream transport) : DuplexStream
{
    private bool _disposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Ends our direction: the process reads end of file on its standard input.</summary>
    public override ValueTask CompleteWritesAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CompleteWrites();
        return default;
    }

    /// <summary>Ends our direction; no more than a call of the kernel, or one small message of TLS.</summary>
    public void CompleteWrites()
    {
        try
        {
            if (transport is SslStream secure)
            {
#pragma warning disable VSTHRD002 // A few bytes into the socket's buffer; Stream.Dispose, which ends here too, cannot await.
                secure.ShutdownAsync().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            }
            else if (transport is NetworkStream network)
            {
                network.Socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
        {
            // The engine has closed the connection already: there is nobody left to tell.
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => bytes.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => bytes.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => bytes.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => bytes.WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => bytes.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => bytes.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => bytes.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;

            // The transport first: a read that hangs in it ends at once.
            transport.Dispose();
            bytes.Dispose();
            response.Dispose();
            invoker.Dispose();
        }

        base.Dispose(disposing);
    }
}
