namespace Yonder.Runtimes.Journals;

/// <content>The readers' side.</content>
public sealed partial class RecordJournal<T>
{
    /// <summary>
    /// Opens a cursor at a number, or at the oldest record there is; without options it is an onlooker that nobody waits for. A number
    /// that is gone is no error: the first read tells the gap.
    /// </summary>
    /// <exception cref="RuntimeException">The number lies beyond the end: it is another journal's.</exception>
    public RecordCursor<T> OpenCursor(long? since = null, CursorOptions? options = null)
    {
        options ??= CursorOptions.Observer;
        RecordCursor<T> cursor;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_state is State.Closed, this);
            if (since is { } number && (number < 0 || number > _records.End))
            {
                throw new RuntimeException(RuntimeError.InvalidRequest, $"There is no record {number}: the stream ends at {_records.End}.");
            }

            cursor = new(this, _gate, new(since ?? _records.Start, options.Hold), options.ResumeInline);
            _holders.Add(cursor.Holder);
        }

        WakeProducer();
        return cursor;
    }

    internal long PositionOf(RecordCursor<T> cursor)
    {
        lock (_gate)
        {
            return cursor.Holder.Position;
        }
    }

    internal ValueTask<RecordRead<T>> ReadAsync(RecordCursor<T> cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (TryRead(cursor, out var read))
            {
                return new(read);
            }

            cursor.Waiter.Position = _records.End;
            _readers.Add(cursor.Waiter);
        }

        return cursor.Waiter.WaitAsync(cancellationToken);
    }

    /// <summary>What a cursor that was woken reads.</summary>
    internal RecordRead<T> Answer(RecordCursor<T> cursor)
    {
        lock (_gate)
        {
            return TryRead(cursor, out var read) ? read : default;
        }
    }

    internal void Advance(RecordCursor<T> cursor, int count)
    {
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, cursor.Readable);
            if (count > 0)
            {
                _holders.Advance(cursor.Holder, cursor.Batch[count - 1].Sequence + 1);
            }

            cursor.Readable = 0;
        }

        WakeProducer();
    }

    internal CursorLease Abandon(RecordCursor<T> cursor, TimeSpan grace)
    {
        CloseCursor(cursor, keepHold: true);
        return new(cursor.Holder, grace, _options.TimeProvider, Release);
    }

    internal void Close(RecordCursor<T> cursor)
    {
        if (CloseCursor(cursor, keepHold: false))
        {
            Release(cursor.Holder);
        }
    }

    private void Release(Holder holder)
    {
        lock (_gate)
        {
            _holders.Remove(holder);
        }

        WakeProducer();
    }

    private bool CloseCursor(RecordCursor<T> cursor, bool keepHold)
    {
        Waiter? waiting = null;
        lock (_gate)
        {
            if (cursor.IsClosed)
            {
                ObjectDisposedException.ThrowIf(keepHold, cursor);
                return false;
            }

            cursor.IsClosed = true;
            if (cursor.Waiter.List is { } list)
            {
                list.Remove(cursor.Waiter);
                waiting = cursor.Waiter;
            }
        }

        waiting?.Complete();
        return true;
    }

    private bool TryRead(RecordCursor<T> cursor, out RecordRead<T> read)
    {
        ObjectDisposedException.ThrowIf(cursor.IsClosed, cursor);
        ObjectDisposedException.ThrowIf(_state is State.Closed, this);
        var gap = Math.Max(0, _records.Start - cursor.Holder.Position);
        var position = cursor.Holder.Position + gap;
        if (gap > 0)
        {
            _holders.Advance(cursor.Holder, position);
        }

        cursor.Readable = 0;
        if (position == _records.End)
        {
            var isEnd = _state is State.Complete;
            read = new(default, gap, isEnd, isEnd ? _error : null);
            return isEnd || gap > 0;
        }

        GrowBatch(cursor, _records.End - position);
        cursor.Readable = _records.CopyTo(position, cursor.Batch);
        read = new(cursor.Batch.AsMemory(0, cursor.Readable), gap);
        return true;
    }

    private void GrowBatch(RecordCursor<T> cursor, long available)
    {
        if (cursor.Batch.Length < Math.Min(available, _options.ReadLimit))
        {
            cursor.Batch = new JournalRecord<T>[(int)Math.Min(available < 16 ? 16 : available * 2, _options.ReadLimit)];
        }
    }
}
