using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Posix;

/// <summary>The content of a file as a command prints it. Disposing it ends the command.</summary>
internal sealed class ShellReadStream(IProcess process) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="IOException">The command did not come to its own end: what was read is not the whole.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await process.StandardOutput.ReadAsync(buffer, cancellationToken);
        if (count > 0 || buffer.Length is 0)
        {
            return count;
        }

        try
        {
            var status = await process.WaitAsync(cancellationToken);
            return status.IsSuccess ? 0 : throw new IOException($"The file could not be read to its end: {status}.");
        }
        catch (RuntimeException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A remote file is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
#pragma warning disable VSTHRD002 // Whoever disposes without awaiting must not leave the command behind; there is no context here to deadlock with.
            process.DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        }

        base.Dispose(disposing);
    }
}
