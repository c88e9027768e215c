namespace Yonder.Runtimes.Journals;

/// <content>The readers' side.</content>
public sealed partial class ByteJournal
{
    /// <summary>Opens a cursor at an offset, or at the oldest byte there is. An offset that is gone is no error: the first read tells the gap.</summary>
    /// <exception cref="RuntimeException">The offset lies beyond the end: it is another journal's.</exception>
    public ByteCursor OpenCursor(long? since = null, CursorOptions? options = null)
    {
        options ??= CursorOptions.Viewer;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_state is State.Closed, this);
            if (since is { } offset && (offset < 0 || offset > _blocks.End))
            {
                throw new RuntimeException(RuntimeError.InvalidRequest, $"There is no offset {offset}: the stream ends at {_blocks.End}.");
            }

            var cursor = new ByteCursor(this, _gate, new(since ?? _start, options.Hold), options.ResumeInline);
            _holders.Add(cursor.Holder);
            return cursor;
        }
    }

    internal long PositionOf(ByteCursor cursor)
    {
        lock (_gate)
        {
            return cursor.Holder.Position;
        }
    }

    internal ValueTask<ByteRead> ReadAsync(ByteCursor cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (TryRead(cursor, out var read))
            {
                return new(read);
            }

            cursor.Waiter.Position = _blocks.End;
            _readers.Add(cursor.Waiter);
        }

        return cursor.Waiter.WaitAsync(cancellationToken);
    }

    /// <summary>What a cursor that was woken reads.</summary>
    internal ByteRead Answer(ByteCursor cursor)
    {
        lock (_gate)
        {
            return TryRead(cursor, out var read) ? read : new(cursor.Holder.Position, default);
        }
    }

    internal void Advance(ByteCursor cursor, int count)
    {
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, cursor.Readable);
            _holders.Advance(cursor.Holder, cursor.Holder.Position + count);
            LetGo(cursor);
            Trim();
        }

        WakeProducer();
    }

    internal CursorLease Abandon(ByteCursor cursor, TimeSpan grace)
    {
        CloseCursor(cursor, keepHold: true);
        return new(cursor.Holder, grace, _options.TimeProvider, Release);
    }

    internal void Close(ByteCursor cursor)
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
            Trim();
        }

        WakeProducer();
    }

    private bool CloseCursor(ByteCursor cursor, bool keepHold)
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
            LetGo(cursor);
            if (cursor.Waiter.List is { } list)
            {
                list.Remove(cursor.Waiter);
                waiting = cursor.Waiter;
            }
        }

        waiting?.Complete();
        return true;
    }

    private void LetGo(ByteCursor cursor)
    {
        cursor.Readable = 0;
        if (cursor.Pinned is { } block)
        {
            cursor.Pinned = null;
            _blocks.Unpin(block);
        }
    }

    private bool TryRead(ByteCursor cursor, out ByteRead read)
    {
        ObjectDisposedException.ThrowIf(cursor.IsClosed, cursor);
        ObjectDisposedException.ThrowIf(_state is State.Closed, this);
        LetGo(cursor);
        var gap = Math.Max(0, _start - cursor.Holder.Position);
        var position = cursor.Holder.Position + gap;
        if (gap > 0)
        {
            _holders.Advance(cursor.Holder, position);
        }

        if (position == _blocks.End)
        {
            var isEnd = _state is State.Complete;
            read = new(position, default, gap, isEnd, isEnd ? _error : null);
            return isEnd || gap > 0;
        }

        var block = _blocks.Find(position);
        block.Pin();
        cursor.Pinned = block;
        var skipped = (int)(position - block.Offset);
        cursor.Readable = block.Length - skipped;
        read = new(position, block.Buffer.AsMemory(skipped, cursor.Readable), gap);
        return true;
    }
}
