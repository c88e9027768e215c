namespace Yonder.Runtimes.Exec;

/// <summary>A running command. Disposing it kills what still runs of its tree.</summary>
/// <remarks>
/// The streams are binary-safe and push back: a process whose output nobody reads blocks. Read both outputs, or neither.
/// They end when every holder of their other side has gone, which may be later than the process itself.
/// </remarks>
public interface IProcess : IAsyncDisposable
{
    /// <summary>Gets the process's standard input, to write. Disposing it is the half-close: the process reads end of file.</summary>
    Stream StandardInput { get; }

    /// <summary>Gets the process's standard output, to read.</summary>
    Stream StandardOutput { get; }

    /// <summary>Gets the process's standard error, to read.</summary>
    Stream StandardError { get; }

    /// <summary>Waits for the process to end. Any number of callers may wait.</summary>
    /// <exception cref="RuntimeException">The connection was lost: how the process ended is unknown.</exception>
    Task<ExitStatus> WaitAsync(CancellationToken cancellationToken = default);

    /// <summary>Sends a signal to the process's group. Does nothing once it has ended.</summary>
    ValueTask SignalAsync(ProcessSignal signal, CancellationToken cancellationToken = default);

    /// <summary>Kills the process and everything it started, daemons included.</summary>
    ValueTask KillAsync(CancellationToken cancellationToken = default);
}
