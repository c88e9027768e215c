using System.Runtime.InteropServices;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Polling;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Processes;

/// <summary>A child process, waited for by its descriptor: no thread waits, and no signal can hit another process that got its number.</summary>
internal sealed class Child : IDisposable
{
    private const int WaitByDescriptor = 3;
    private const int WaitExited = 4;
    private const int CodeExited = 1;

    private readonly Lock _gate = new();
    private readonly Pollable _pollable;
    private bool _reaped;

    private Child(int pid, Pollable pollable)
    {
        Pid = pid;
        _pollable = pollable;
        Ended = WatchAsync();
    }

    public int Pid { get; }

    /// <summary>Gets how the process ended, once it has.</summary>
    public Task<ExitStatus> Ended { get; }

    /// <summary>Takes over a process that was just started and that nobody else waits for.</summary>
    public static Child Adopt(int pid, Reactor reactor)
    {
        var fd = (int)Libc.Syscall(CallNumbers.PidfdOpen, pid, 0, 0, 0);
        return new(pid, reactor.Register(Descriptors.Own(fd, "pidfd_open")));
    }

    /// <summary>Signals the process's group while the process lives; its number belongs to nobody else until it is reaped.</summary>
    public void SignalGroup(ProcessSignal signal)
    {
        lock (_gate)
        {
            if (!_reaped)
            {
                _ = Libc.Kill(-Pid, (int)signal);
            }
        }
    }

    /// <summary>Kills the process alone.</summary>
    public void Kill()
    {
        lock (_gate)
        {
            if (!_reaped)
            {
                _ = Libc.Kill(Pid, (int)ProcessSignal.Kill);
            }
        }
    }

    /// <summary>Stops waiting; the process must have ended, or nobody ever reaps it.</summary>
    public void Dispose() => _pollable.Dispose();

    private async Task<ExitStatus> WatchAsync()
    {
        try
        {
            await _pollable.ReadableAsync(CancellationToken.None);
            return Reap();
        }
        catch (ObjectDisposedException)
        {
            throw new RuntimeException(RuntimeError.Failed, "The process was let go before it ended.");
        }
        finally
        {
            _pollable.Dispose();
        }
    }

    private unsafe ExitStatus Reap()
    {
        // siginfo_t: signal, error, code, padding, pid, user, status.
        var info = stackalloc int[32];
        int result;
        lock (_gate)
        {
            _reaped = true;
            do
            {
                result = Libc.WaitId(WaitByDescriptor, (uint)_pollable.Descriptor.DangerousGetHandle(), info, WaitExited);
            }
            while (result is not 0 && Marshal.GetLastPInvokeError() is Errno.Interrupted);
        }

        if (result is not 0)
        {
            throw new RuntimeException(RuntimeError.Failed, "How the process ended is unknown: somebody else waited for it.");
        }

        return info[2] is CodeExited ? new(info[6]) : ExitStatus.FromSignal(info[6]);
    }
}
