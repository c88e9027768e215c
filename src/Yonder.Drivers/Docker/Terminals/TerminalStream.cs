using Yonder.Drivers.Docker.Execs;

namespace Yonder.Drivers.Docker.Terminals;

/// <summary>What a terminal prints and is typed, straight from and to the connection, into the caller's own buffers.</summary>
internal sealed class TerminalStream(ExecInstance exec) : Stream
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the end of the connection.</summary>
    public Task Ended => _ended.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void End() => _ended.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended.Task.IsCompleted)
        {
            return 0;
        }

        try
        {
            var count = await exec.ReadAsync(buffer, cancellationToken);
            if (count is 0 && buffer.Length > 0)
            {
                End();
            }

            return count;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // Cut or let go: for a terminal both are its end, and waiting for it says whether its program has ended.
            End();
            return 0;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => exec.Connection.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A terminal is read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => exec.Connection.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
