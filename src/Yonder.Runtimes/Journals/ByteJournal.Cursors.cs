namespace Yonder.Runtimes.Journals;

/// <content>The readers' side.</content>
public sealed partial class ByteJournal
{
    /// <summary>Opens a cursor at an offset, or at the oldest byte there is. An offset that is gone is no error: the first read tells the gap.</summary>
    /// <exception cref="RuntimeException">The offset lies beyond the end: it is another journal's.</exception>
    public ByteCursor OpenCursor(long? since = null, CursorOptions? options = null)
    {
        options ??= CursorOptions.Viewer;
        ByteCursor cursor;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_state is State.Closed, this);
            if (since is { } offset && (offset < 0 || offset > _blocks.End))
            {
                throw new RuntimeException(RuntimeError.InvalidRequest, $"There is no offset {offset}: the stream ends at {_blocks.End}.");
            }

            cursor = new(this, _gate, new(since ?? _start, options.Hold), options.ResumeInline);
            _holders.Add(cursor.Holder);
        }

        WakeProducer();
        return cursor;
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
        return TryRead(cursor, mayWait: true, out var read) ? new(read) : cursor.Waiter.WaitAsync(cancellationToken);
    }

    /// <summary>What a cursor that was woken reads.</summary>
    internal ByteRead Answer(ByteCursor cursor)
        => TryRead(cursor, mayWait: false, out var read) ? read : new(cursor.Position, default, cursor.TakeGap());

    internal void Advance(ByteCursor cursor, int count)
    {
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, cursor.Readable);
            if (!cursor.IsClosed)
            {
                _holders.Advance(cursor.Holder, cursor.Holder.Position + count);
            }

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

            // What the reader has in its hands stays its own until it comes back: it may be sending it right now.
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

    private void LetGo(ByteCursor cursor)
    {
        cursor.Readable = 0;
        if (cursor.Pinned is { } block)
        {
            cursor.Pinned = null;
            _blocks.Unpin(block);
        }
    }

    private bool TryRead(ByteCursor cursor, bool mayWait, out ByteRead read)
    {
        while (true)
        {
            long position;
            int count;
            lock (_gate)
            {
                ThrowIfClosed(cursor);
                position = Position(cursor);
                if (position >= _blocks.Start)
                {
                    cursor.ReturnDiskBuffer();
                    return TryReadMemory(cursor, position, mayWait, out read);
                }

                count = (int)Math.Min(BlockList.MaxSize, _storedEnd - position);
            }

            if (TryReadDisk(cursor, position, count, out read))
            {
                return true;
            }
        }
    }

    private void ThrowIfClosed(ByteCursor cursor)
    {
        LetGo(cursor);
        ObjectDisposedException.ThrowIf(cursor.IsClosed, cursor);
        ObjectDisposedException.ThrowIf(_state is State.Closed, this);
    }

    /// <summary>Where to read: behind what is gone, of which note is taken.</summary>
    private long Position(ByteCursor cursor)
    {
        if (cursor.Holder.Position < _start)
        {
            cursor.AddGap(_start - cursor.Holder.Position);
            _holders.Advance(cursor.Holder, _start);
        }

        return cursor.Holder.Position;
    }

    private bool TryReadMemory(ByteCursor cursor, long position, bool mayWait, out ByteRead read)
    {
        if (position < _blocks.End)
        {
            var block = _blocks.Find(position);
            block.Pin();
            cursor.Pinned = block;
            var skipped = (int)(position - block.Offset);
            cursor.Readable = block.Length - skipped;
            read = new(position, block.Buffer.AsMemory(skipped, cursor.Readable), cursor.TakeGap());
            return true;
        }

        var isEnd = _state is State.Complete;
        if (isEnd || cursor.HasGap)
        {
            read = new(position, default, cursor.TakeGap(), isEnd, isEnd ? _error : null);
            return true;
        }

        if (mayWait)
        {
            cursor.Waiter.Position = position;
            _readers.Add(cursor.Waiter);
        }

        read = default;
        return false;
    }
}
