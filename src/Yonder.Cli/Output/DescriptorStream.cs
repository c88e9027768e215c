using System.Runtime.InteropServices;
using Yonder.Cli.Tty;

namespace Yonder.Cli.Output;

/// <summary>Writes to a descriptor that stays the process's. The console's stream hides that its reader has gone, and a file stream ignores the position that other writers share.</summary>
internal sealed class DescriptorStream(int descriptor) : Stream
{
    private const int InterruptedCall = 4;
    private const int TryAgain = 11;
    private const int BrokenPipe = 32;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            buffer = buffer[WriteSome(buffer)..];
        }
    }

    /// <summary>Blocks like <see cref="Write(ReadOnlySpan{byte})"/>: a process that copies to its output has nothing else to do meanwhile.</summary>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private unsafe int WriteSome(ReadOnlySpan<byte> buffer)
    {
        nint written;
        fixed (byte* start = buffer)
        {
            written = Libc.Write(descriptor, start, buffer.Length);
        }

        return written >= 0 ? (int)written : Marshal.GetLastPInvokeError() switch
        {
            InterruptedCall => 0,
            TryAgain => WaitForRoom(),
            BrokenPipe => throw new BrokenPipeException(),
            var error => throw new IOException($"The output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}."),
        };
    }

    /// <summary>Somebody who shares the descriptor has made it non-blocking.</summary>
    private unsafe int WaitForRoom()
    {
        var entry = new PollEntry { Descriptor = descriptor, Wanted = Libc.PollOut };
        _ = Libc.Poll(&entry, 1, -1);
        return 0;
    }
}
