namespace Yonder.Runtimes.Journals;

/// <summary>The limits of a <see cref="RecordJournal{T}"/>.</summary>
public sealed record RecordJournalOptions<T>
{
    /// <summary>Gets how many records are kept for those who come late; the oldest go first.</summary>
    public int Capacity { get; init; } = 1024;

    /// <summary>Gets how many records a holding cursor may lag before <see cref="RecordJournal{T}.AppendAsync"/> waits. At most <see cref="Capacity"/>, so that nothing it waits for is lost.</summary>
    public int Window { get; init; } = 512;

    /// <summary>Gets how many records <see cref="RecordJournal{T}.AppendAsync"/> may add beyond what a holding cursor has read while no such cursor is open.</summary>
    public long UnattendedLimit { get; init; } = long.MaxValue;

    /// <summary>Gets what tells which earlier record a new one supersedes: only the newest of each key is kept, and records of key <see langword="null"/> all are. Without it every record is kept.</summary>
    public Func<T, object?>? Key { get; init; }

    /// <summary>Gets the most records that one read answers with.</summary>
    public int ReadLimit { get; init; } = 256;

    /// <summary>Gets the clock of cursor leases.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
