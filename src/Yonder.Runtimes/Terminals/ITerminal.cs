using Yonder.Runtimes.Exec;

namespace Yonder.Runtimes.Terminals;

/// <summary>One open terminal: a duplex stream of bytes with a size. Disposing it hangs up and kills what still runs in its session.</summary>
public interface ITerminal : IAsyncDisposable
{
    /// <summary>Gets what the terminal prints (read) and what the user types (write). A read returns what is there, up to the buffer's size, and 0 once the terminal has ended and is drained.</summary>
    Stream Bytes { get; }

    /// <summary>Tells the terminal its new size.</summary>
    ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken = default);

    /// <summary>Sends a signal to the terminal's foreground process group. Does nothing once it has ended.</summary>
    /// <exception cref="RuntimeException">The place cannot signal.</exception>
    ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default);

    /// <summary>Waits for the program to end. Any number of callers may wait.</summary>
    /// <exception cref="RuntimeException">The connection was lost: how the program ended is unknown.</exception>
    Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default);
}
