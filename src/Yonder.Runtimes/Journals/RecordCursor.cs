namespace Yonder.Runtimes.Journals;

/// <summary>A place in a <see cref="RecordJournal{T}"/> that one reader moves forward at its own pace.</summary>
/// <remarks>For one reader: one call at a time, except for <see cref="Dispose"/>, which may end a waiting read.</remarks>
public sealed class RecordCursor<T> : IDisposable
{
    private readonly RecordJournal<T> _journal;

    internal RecordCursor(RecordJournal<T> journal, Lock gate, Holder holder, bool resumeInline)
    {
        _journal = journal;
        Holder = holder;
        Waiter = new(gate, () => _journal.Answer(this)) { ResumeInline = resumeInline };
    }

    /// <summary>Gets the number of the next record to read.</summary>
    public long Position => _journal.PositionOf(this);

    internal Holder Holder { get; }

    internal ResultWaiter<RecordRead<T>> Waiter { get; }

    /// <summary>Gets or sets the records of the last read; used again by the next.</summary>
    internal JournalRecord<T>[] Batch { get; set; } = [];

    internal int Readable { get; set; }

    internal bool IsClosed { get; set; }

    /// <summary>Waits until there is something to read, and answers with what is there. Nothing counts as read before <see cref="Advance"/>.</summary>
    /// <exception cref="ObjectDisposedException">The cursor or the journal was closed, maybe during the wait.</exception>
    public ValueTask<RecordRead<T>> ReadAsync(CancellationToken cancellationToken = default) => _journal.ReadAsync(this, cancellationToken);

    /// <summary>Counts the first <paramref name="count"/> records of the last read as read; the others come again.</summary>
    public void Advance(int count) => _journal.Advance(this, count);

    /// <summary>
    /// Closes the cursor of a reader that was cut off and may come back: for <paramref name="grace"/> the producer still waits for it.
    /// Dispose the lease when the reader is back or will not be.
    /// </summary>
    public CursorLease Abandon(TimeSpan grace) => _journal.Abandon(this, grace);

    /// <inheritdoc/>
    public void Dispose() => _journal.Close(this);
}
