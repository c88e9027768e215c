using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Yonder.Runtimes.Journals;

/// <summary>The limits of a <see cref="ByteJournal"/>.</summary>
public sealed record ByteJournalOptions
{
    /// <summary>Gets how many bytes a holding cursor may lag before the producer waits; also what is kept in memory for cursors that lag.</summary>
    public int Window { get; init; } = 256 * 1024;

    /// <summary>
    /// Gets how many bytes are kept for those who come back, read or not, on disk beyond what is in memory. 0 keeps what the cursors
    /// within the window still have to read, and <see cref="long.MaxValue"/> keeps everything.
    /// </summary>
    public long Retention { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Gets how many bytes the producer may add beyond what a holding cursor has read while no such cursor is open; then it waits for
    /// one. Below <see cref="Retention"/> by what may have been sent but not received, so that nothing is lost.
    /// <see cref="long.MaxValue"/>: the producer goes on and the oldest bytes go.
    /// </summary>
    public long UnattendedLimit { get; init; } = 8 * 1024 * 1024;

    /// <summary>Gets the directory of the spill file; a directory of the system for large temporary files when <see langword="null"/>. The file has no name there: it is gone with the process.</summary>
    public string? SpillDirectory { get; init; }

    /// <summary>Gets the clock of cursor leases.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets where disk errors are told.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
