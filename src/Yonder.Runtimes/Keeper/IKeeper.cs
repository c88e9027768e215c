using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;

namespace Yonder.Runtimes.Keeper;

/// <summary>
/// Owns what must outlive those who watch it: terminals and processes, with what they print. Everything that crosses it is plain data,
/// so that a process of its own can take its place.
/// </summary>
/// <remarks>A key that names nothing is <see cref="RuntimeError.NotFound"/>.</remarks>
public interface IKeeper
{
    /// <summary>Starts a terminal or process and keeps it. Cancelling after it has started does not end it.</summary>
    /// <exception cref="RuntimeException">It could not be started, the key is taken (<see cref="RuntimeError.AlreadyExists"/>), or too many are kept (<see cref="RuntimeError.LimitReached"/>).</exception>
    ValueTask<KeptInfo> StartAsync(KeepSpec spec, CancellationToken cancellationToken = default);

    /// <summary>Describes one; <see langword="null"/> when there is none of this key.</summary>
    ValueTask<KeptInfo?> FindAsync(KeptKey key, CancellationToken cancellationToken = default);

    /// <summary>Lists what is kept, running or ended, of one runtime or of all.</summary>
    ValueTask<IReadOnlyList<KeptInfo>> ListAsync(RuntimeId? runtime = null, CancellationToken cancellationToken = default);

    /// <summary>Begins to read what it prints.</summary>
    /// <exception cref="RuntimeException">The offset lies beyond the end, or there is no such output (<see cref="RuntimeError.InvalidRequest"/>).</exception>
    ValueTask<IKeptReader> AttachAsync(KeptKey key, AttachSpec spec, CancellationToken cancellationToken = default);

    /// <summary>Gives it input, in the order of the calls. Returns once the input is queued, and waits while the queue is full; that its output is held does not matter.</summary>
    /// <exception cref="RuntimeException">It has ended, or its input was closed (<see cref="RuntimeError.WrongState"/>).</exception>
    ValueTask WriteAsync(KeptKey key, ReadOnlyMemory<byte> input, CancellationToken cancellationToken = default);

    /// <summary>Ends a process's input, behind what is queued: it reads end of file. A terminal's stays open.</summary>
    ValueTask CloseInputAsync(KeptKey key, CancellationToken cancellationToken = default);

    /// <summary>Tells a terminal its new size. Does nothing once it has ended, or for a process.</summary>
    ValueTask ResizeAsync(KeptKey key, TerminalSize size, CancellationToken cancellationToken = default);

    /// <summary>Sends a signal past the queued input. Does nothing once it has ended.</summary>
    ValueTask SignalAsync(KeptKey key, ProcessSignal signal, CancellationToken cancellationToken = default);

    /// <summary>Waits for it to end and describes it then. It stays kept, with its output, until it is removed or its time is over.</summary>
    Task<KeptInfo> WaitAsync(KeptKey key, CancellationToken cancellationToken = default);

    /// <summary>Ends it, with everything it started, and describes it. What it printed stays readable until it is removed.</summary>
    ValueTask<KeptInfo> EndAsync(KeptKey key, CancellationToken cancellationToken = default);

    /// <summary>Ends it when it runs, and forgets it with all its output. Does nothing when there is none of this key.</summary>
    ValueTask RemoveAsync(KeptKey key, CancellationToken cancellationToken = default);
}
