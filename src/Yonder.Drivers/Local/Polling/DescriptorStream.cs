using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Yonder.Drivers.Local.Native;

namespace Yonder.Drivers.Local.Polling;

/// <summary>A stream over a non-blocking descriptor: a pipe's end or the master of a terminal.</summary>
/// <param name="pollable">The descriptor; owned.</param>
/// <param name="isTerminal">Whether it is a terminal: then one read of the kernel returns at most a page, so reads are repeated until nothing is left, and EIO is the end.</param>
internal sealed class DescriptorStream(Pollable pollable, bool isTerminal) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return TryRead(buffer.Span) is { } count ? new(count) : ReadWhenReadyAsync(buffer, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var written = TryWrite(buffer.Span);
        return written == buffer.Length ? ValueTask.CompletedTask : WriteWhenReadyAsync(buffer[written..], cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing blocks here: read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing blocks here: write asynchronously.");

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pollable.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadWhenReadyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            await pollable.ReadableAsync(cancellationToken);
            if (TryRead(buffer.Span) is { } count)
            {
                return count;
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WriteWhenReadyAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            await pollable.WritableAsync(cancellationToken);
            buffer = buffer[TryWrite(buffer.Span)..];
        }
    }

    /// <summary>Reads what is there; <see langword="null"/> when nothing is yet, 0 at the end.</summary>
    private unsafe int? TryRead(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        var total = 0;
        fixed (byte* start = buffer)
        {
            while (total < buffer.Length)
            {
                var count = Libc.Read(pollable.Descriptor, start + total, (nuint)(buffer.Length - total));
                if (count > 0)
                {
                    total += (int)count;
                    if (isTerminal)
                    {
                        continue;
                    }

                    break;
                }

                var error = count is 0 ? 0 : Marshal.GetLastPInvokeError();
                if (error is Errno.Interrupted)
                {
                    continue;
                }

                // The end and failures show again on the next read: first what was read.
                return total > 0 ? total : AtTheEnd(error);
            }
        }

        return total;
    }

    private int? AtTheEnd(int error) => error switch
    {
        0 => 0,
        Errno.TryAgain => null,
        Errno.InputOutput when isTerminal => 0,
        _ => throw new IOException($"Reading failed with error {error}."),
    };

    /// <summary>Writes what fits.</summary>
    private unsafe int TryWrite(ReadOnlySpan<byte> buffer)
    {
        var total = 0;
        fixed (byte* start = buffer)
        {
            while (total < buffer.Length)
            {
                var count = Libc.Write(pollable.Descriptor, start + total, (nuint)(buffer.Length - total));
                if (count >= 0)
                {
                    total += (int)count;
                    continue;
                }

                switch (Marshal.GetLastPInvokeError())
                {
                    case Errno.Interrupted:
                        continue;
                    case Errno.TryAgain:
                        return total;
                    case Errno.BrokenPipe or Errno.InputOutput:
                        throw new IOException("The program does not read any more.");
                    case var error:
                        throw new IOException($"Writing failed with error {error}.");
                }
            }
        }

        return total;
    }
}
