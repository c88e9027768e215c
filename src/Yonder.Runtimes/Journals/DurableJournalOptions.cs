using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Yonder.Runtimes.Journals;

/// <summary>The limits of a <see cref="DurableJournal{T}"/>.</summary>
public sealed record DurableJournalOptions
{
    /// <summary>Gets how many of the newest records stay in memory; older ones are read from the file.</summary>
    public int Capacity { get; init; } = 1024;

    /// <summary>Gets the most records that one read answers with.</summary>
    public int ReadLimit { get; init; } = 256;

    /// <summary>Gets where it is told that the end of a file was cut off.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
