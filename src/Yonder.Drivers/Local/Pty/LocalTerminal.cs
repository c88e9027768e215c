using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Local.Pty;

/// <summary>A terminal on this machine.</summary>
internal sealed class LocalTerminal : ITerminal
{
    /// <summary>How long programs may take to say goodbye after the hang-up.</summary>
    private static readonly TimeSpan HangUpGrace = TimeSpan.FromMilliseconds(200);

    private readonly Launched _launched;
    private readonly SafeFileHandle _master;

    public LocalTerminal(Launched launched, Reactor reactor)
    {
        _launched = launched;
        _master = launched.Master ?? throw new ArgumentException("The command has no terminal.", nameof(launched));
        Bytes = new DescriptorStream(reactor.Register(_master), isTerminal: true);
    }

    public Stream Bytes { get; }

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        PseudoTerminal.Resize(_master, size);
        return ValueTask.CompletedTask;
    }

    public ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_launched.Child.Ended.IsCompleted && PseudoTerminal.Foreground(_master) is { } group)
        {
            _ = Libc.Kill(-group, (int)signal);
        }

        return ValueTask.CompletedTask;
    }

    public Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default) => _launched.Child.Ended.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // Closing the master is the hang-up.
        await Bytes.DisposeAsync();
        await Task.WhenAny(_launched.Child.Ended, Task.Delay(HangUpGrace, TimeProvider.System));
        _launched.Child.Kill();
        await _launched.Tree.KillAsync();
        await ((Task)_launched.Child.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
