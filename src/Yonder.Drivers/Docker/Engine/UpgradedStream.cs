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

    /// <summary>Reads for the first time: what came with the answer's head is still in HttpClient's hands. The buffer must be large enough for all of it.</summary>
    /// <remarks>It cannot be cancelled: HttpClient would close the connection.</remarks>
    public ValueTask<int> ReadFirstAsync(Memory<byte> buffer) => bytes.ReadAsync(buffer, CancellationToken.None);

    /// <summary>Reads from the connection itself, once <see cref="ReadFirstAsync"/> has.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await transport.ReadAsync(buffer, cancellationToken);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException("The connection is closed.", error);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Writes to the connection itself: HttpClient's view of it closes as soon as the other side has ended.</summary>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        try
        {
            await transport.WriteAsync(buffer, cancellationToken);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException("The other side has closed the connection.", error);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => transport.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            transport.Write(buffer, offset, count);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException("The other side has closed the connection.", error);
        }
    }

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
