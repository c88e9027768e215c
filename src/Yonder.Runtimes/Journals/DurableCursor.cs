namespace Yonder.Runtimes.Journals;

/// <summary>A place in a <see cref="DurableJournal{T}"/> that one reader moves forward at its own pace.</summary>
/// <remarks>For one reader: one call at a time, except for <see cref="Dispose"/>, which may end a waiting read.</remarks>
public sealed class DurableCursor<T> : IDisposable
{
    private readonly DurableJournal<T> _journal;
    private RecordCursor<T>? _newest;
    private RecordRead<T> _read;
    private volatile bool _isClosed;

    internal DurableCursor(DurableJournal<T> journal, long position)
    {
        _journal = journal;
        Position = position;
    }

    /// <summary>Gets the number of the next record to read.</summary>
    public long Position { get; private set; }

    /// <summary>Waits until there is something to read, and answers with what is there. Nothing counts as read before <see cref="Advance"/>; there never is a gap.</summary>
    /// <exception cref="ObjectDisposedException">The cursor or the journal was closed, maybe during the wait.</exception>
    public async ValueTask<RecordRead<T>> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _newest ??= _journal.OpenNewest(Position);
            if (_newest is null)
            {
                return _read = _journal.ReadFile(Position);
            }

            _read = await _newest.ReadAsync(cancellationToken);
            if (_read.Gap is 0)
            {
                return _read;
            }

            // Overtaken: what has left memory is in the file.
            _newest.Dispose();
            _newest = null;
        }
    }

    /// <summary>Counts the first <paramref name="count"/> records of the last read as read; the others come again.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _read.Records.Length);
        _newest?.Advance(count);
        Position += count;
        _read = default;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isClosed = true;
        _newest?.Dispose();
    }
}
