using System.Runtime.InteropServices;

namespace Yonder.Cli.Tty;

/// <summary>Standard input as it comes, read on a thread of its own that can be told to stop: a plain read cannot, and would hold up the exit.</summary>
internal sealed class StandardInput : IDisposable
{
    private const int CloseOnExec = 0x80000;
    private const int InterruptedCall = 4;

    private readonly int _wakeRead;
    private readonly int _wakeWrite;

    public unsafe StandardInput()
    {
        var pipe = stackalloc int[2];
        if (Libc.Pipe(pipe, CloseOnExec) is not 0)
        {
            throw new IOException($"No pipe could be made (error {Marshal.GetLastPInvokeError()}).");
        }

        (_wakeRead, _wakeWrite) = (pipe[0], pipe[1]);
    }

    /// <summary>Reads what is there, waiting for at least one byte. 0 at the end, -1 when <paramref name="patience"/> is over.</summary>
    public async Task<int> ReadAsync(Memory<byte> buffer, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var wake = cancellationToken.UnsafeRegister(static input => ((StandardInput)input!).Wake(), this);
        var count = await Task.Factory.StartNew(() => Read(buffer, patience), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        return count;
    }

    public void Dispose()
    {
        _ = Libc.Close(_wakeRead);
        _ = Libc.Close(_wakeWrite);
    }

    private unsafe int Read(Memory<byte> buffer, TimeSpan patience)
    {
        var entries = stackalloc PollEntry[2];
        entries[0] = new PollEntry { Descriptor = 0, Wanted = Libc.PollIn };
        entries[1] = new PollEntry { Descriptor = _wakeRead, Wanted = Libc.PollIn };
        var milliseconds = patience == Timeout.InfiniteTimeSpan ? -1 : (int)patience.TotalMilliseconds;
        while (true)
        {
            switch (Libc.Poll(entries, 2, milliseconds))
            {
                case < 0 when Marshal.GetLastPInvokeError() is not InterruptedCall:
                    throw new IOException($"Standard input cannot be waited for (error {Marshal.GetLastPInvokeError()}).");
                case < 0:
                    continue;
                case 0:
                    return -1;
                default:
                    return entries[1].Got is not 0 ? -1 : ReadNow(buffer.Span);
            }
        }
    }

    private static unsafe int ReadNow(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            nint count;
            do
            {
                count = Libc.Read(0, start, buffer.Length);
            }
            while (count < 0 && Marshal.GetLastPInvokeError() is InterruptedCall);

            // A terminal whose other side has gone gives EIO: that is its way of saying the end.
            return (int)Math.Max(0, count);
        }
    }

    private unsafe void Wake()
    {
        byte one = 1;
        _ = Libc.Write(_wakeWrite, &one, 1);
    }
}
