using System.Runtime.InteropServices;
using Yonder.Cli.Output;
using Yonder.Client;
using Yonder.Client.Terminals;

namespace Yonder.Cli.Tty;

/// <summary>Joins this process's terminal to a remote one until one of them ends, the user detaches or a signal comes.</summary>
internal sealed class TerminalSession(Client.Terminals.Terminal terminal, CliContext context)
{
    /// <summary>A first detach key that nothing follows is passed on after this.</summary>
    private static readonly TimeSpan HoldKey = TimeSpan.FromSeconds(1);

    /// <summary>The size to open a terminal with, when there is no terminal here.</summary>
    public static (int Columns, int Rows) Size => Libc.WindowSize(1) ?? Libc.WindowSize(0) ?? (80, 24);

    public async Task<SessionEnd> RunAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        using var resized = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Resize(stop.Token));
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        terminal.StateChanged += Tell;
        using var raw = RawMode.Enter();
        var output = CopyOutputAsync(stop.Token);
        var input = CopyInputAsync(stop.Token);
        try
        {
            var first = await Task.WhenAny(output, input);
            if (first == input && await input is SessionEnd.InputEnded)
            {
                // A script was piped in: its output is still to come.
                await terminal.WriteAsync("\u0004", stop.Token);
                return await output;
            }

            return await first;
        }
        finally
        {
            terminal.StateChanged -= Tell;
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(output, input)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<SessionEnd> CopyOutputAsync(CancellationToken cancellationToken)
    {
        var screen = StandardStreams.OpenOutput();
        await using (screen)
        {
            var buffer = new byte[64 * 1024];
            for (int count; (count = await terminal.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await screen.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }

        return SessionEnd.ProgramEnded;
    }

    private async Task<SessionEnd> CopyInputAsync(CancellationToken cancellationToken)
    {
        using var keyboard = new StandardInput();
        var detach = Libc.IsTerminal(0) is 1 ? new DetachKeys() : null;
        var buffer = new byte[16 * 1024];
        var typed = new List<byte>();
        while (true)
        {
            var count = await keyboard.ReadAsync(buffer, detach is { IsHolding: true } ? HoldKey : Timeout.InfiniteTimeSpan, cancellationToken);
            if (count is 0)
            {
                return SessionEnd.InputEnded;
            }

            if (detach is null)
            {
                await TypeAsync(buffer.AsMemory(0, count), cancellationToken);
                continue;
            }

            typed.Clear();
            var detached = count > 0 && detach.Take(buffer.AsSpan(0, count), typed);
            if (count < 0)
            {
                detach.Flush(typed);
            }

            await TypeAsync(typed.ToArray(), cancellationToken);
            if (detached)
            {
                return SessionEnd.Detached;
            }
        }
    }

    /// <summary>A key lost with a broken connection is like one not pressed: the user sees that no echo came. The reader tells whether there is a connection again.</summary>
    private async Task TypeAsync(ReadOnlyMemory<byte> keys, CancellationToken cancellationToken)
    {
        try
        {
            await terminal.WriteAsync(keys, cancellationToken);
        }
        catch (YonderConnectionException) when (terminal.State is not TerminalState.Closed)
        {
            await Console.Error.WriteAsync("\a");
        }
    }

    private void Resize(CancellationToken cancellationToken)
    {
        var (columns, rows) = Size;
        _ = ResizeAsync(columns, rows, cancellationToken);
    }

    private async Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken)
    {
        try
        {
            await terminal.ResizeAsync(columns, rows, cancellationToken);
        }
        catch (Exception exception) when (exception is YonderException or OperationCanceledException or ObjectDisposedException)
        {
            // The size goes with the next connection; without one, nobody needs it.
        }
    }

    private void Tell(object? sender, TerminalStateChangedEventArgs change)
    {
        var line = change switch
        {
            // Most losses are mended at once; only one that lasts is worth spoiling the screen for.
            { State: TerminalState.Reconnecting, Cause: YonderConnectionException } => "connection lost, trying again",
            { State: TerminalState.Connected, MissedBytes: > 0 } => $"{change.MissedBytes} bytes of output are gone",
            _ => null,
        };
        if (line is not null)
        {
            Console.Error.Write($"\r\n[yonder: {line}]\r\n");
        }
    }
}
