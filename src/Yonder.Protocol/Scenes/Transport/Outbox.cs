namespace Yonder.Protocol.Scenes.Transport;

/// <summary>
/// The messages that wait to be sent on one connection, in order, bounded. Producers add under a short lock; one sender takes all that
/// is there as a batch, sends it without the lock and comes back, so that whatever gathers meanwhile leaves together.
/// </summary>
internal sealed partial class Outbox(QueueLimits limits, TimeProvider time)
{
    private readonly Lock _gate = new();
    private OutBatch _pending = new();
    private OutBatch _spare = new();
    private bool _isSending;
    private bool _isPaused;
    private Exception? _fault;
    private long _added;
    private long _written;
    private long _dropped;
    private long _lostAfter;
    private long _lostUntil;

    /// <summary>Messages that were left out because the peer did not keep up.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Nobody is sending.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return !_isSending;
            }
        }
    }

    /// <summary>Adds a message; it is copied unless it is large, and then must not change any more.</summary>
    /// <param name="message">One encoded message.</param>
    /// <param name="delivery">What to do without room.</param>
    /// <param name="start">True when nobody is sending: the caller must see to it.</param>
    /// <returns>The message's number; <see cref="NoRoom"/> when one that may not be lost has to wait.</returns>
    public long Add(ReadOnlyMemory<byte> message, Delivery delivery, out bool start)
    {
        lock (_gate)
        {
            start = false;
            ThrowIfFaulted();
            if (delivery is { Kind: DeliveryKind.Latest, Key: { } key } && _pending.Replace(message, key))
            {
                return _added;
            }

            if (!MakeRoom(message.Length, delivery))
            {
                return NoRoom;
            }

            Append(message, delivery);
            start = TakeTurn();
            return _added;
        }
    }

    /// <summary>Everything that waits, for the one sender. When there is nothing its turn is over.</summary>
    public OutBatch? Take()
    {
        lock (_gate)
        {
            if (_pending.Messages == 0 || _isPaused)
            {
                if (_pending.Messages == 0)
                {
                    _pending.Clear();
                }

                _isSending = false;
                WakeIdle();
                return null;
            }

            var batch = _pending;
            (_pending, _spare) = (_spare, batch);
            batch.LastSequence = _added;
            AdmitWaiting();
            return batch;
        }
    }

    /// <summary>The batch was written.</summary>
    public void Finish(OutBatch batch)
    {
        lock (_gate)
        {
            _written = batch.LastSequence;
            batch.Clear();
            WakeWritten();
        }
    }

    /// <summary>The connection broke in the middle of a batch. Nobody knows how much of it arrived, so all of it counts as left out. Sending pauses.</summary>
    public void Abandon(OutBatch batch, Exception fault)
    {
        lock (_gate)
        {
            _lostAfter = _written;
            _lostUntil = batch.LastSequence;
            _written = batch.LastSequence;
            _dropped += batch.Messages;
            batch.Clear();
            _isSending = false;
            _isPaused = true;
            FailUnwritten(_lostUntil, new SceneException(SceneError.ConnectionLost, "The connection was lost before the message was written.", fault));
            WakeIdle();
        }
    }

    /// <summary>Ends the sender's turn if nothing waits any more.</summary>
    public bool EndTurnIfEmpty()
    {
        lock (_gate)
        {
            if (_pending.Messages > 0)
            {
                return false;
            }

            _isSending = false;
            WakeIdle();
            return true;
        }
    }

    /// <summary>A message found no room and was left out.</summary>
    public void CountDropped() => Interlocked.Increment(ref _dropped);

    /// <summary>Keeps messages back until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            _isPaused = true;
        }
    }

    /// <summary>Lets messages out again; true when the caller must send them.</summary>
    public bool Resume()
    {
        lock (_gate)
        {
            _isPaused = false;
            return TakeTurn();
        }
    }

    /// <summary>No message will ever leave again.</summary>
    public void Fail(Exception fault)
    {
        lock (_gate)
        {
            _fault ??= fault;
            _isSending = false;
            _pending.Clear();
            FailWaiting(_fault);
            WakeIdle();
        }
    }

    /// <summary>Forgets everything that waits, for a peer that is about to be told the whole state anew.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
            while (_waiting.TryDequeue(out var next))
            {
                next.Admitted.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    private bool TakeTurn()
    {
        var mine = !_isSending && !_isPaused && _pending.Messages > 0;
        _isSending |= mine;
        return mine;
    }

    private void Append(ReadOnlyMemory<byte> message, Delivery delivery)
    {
        _pending.Add(message, delivery);
        _added++;
    }

    private bool HasRoom(int length) =>
        _pending.Messages == 0 || (_pending.Messages < limits.MaxMessages && _pending.Bytes + length <= limits.MaxBytes);

    private bool MakeRoom(int length, Delivery delivery)
    {
        // Whoever must not be lost stands behind those who wait already, or the order would break.
        if (delivery.Kind == DeliveryKind.Wait && _waiting.Count > 0)
        {
            return false;
        }

        while (!HasRoom(length))
        {
            if (!_pending.DropOldest())
            {
                return false;
            }

            _dropped++;
        }

        return true;
    }

    private void ThrowIfFaulted()
    {
        if (_fault is not null)
        {
            throw new SceneException(SceneError.ConnectionLost, "The connection is gone.", _fault);
        }
    }
}
