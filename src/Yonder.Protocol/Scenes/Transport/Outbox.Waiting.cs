namespace Yonder.Protocol.Scenes.Transport;

/// <summary>Those who wait: senders for room, senders for the write, closers for the end.</summary>
internal sealed partial class Outbox
{
    /// <summary>There is no room: see <see cref="AddWhenRoomAsync"/>.</summary>
    public const long NoRoom = -1;

    // A waiting message is held by its sender, who should be waiting too; this many at once means that nobody does.
    private const int MostWaiting = 4096;

    private readonly Queue<WaitingMessage> _waiting = new();
    private readonly List<(long Sequence, TaskCompletionSource Done)> _unwritten = [];
    private TaskCompletionSource? _idle;

    /// <summary>Waits in line for room with memory that does not change; the number of the message.</summary>
    /// <exception cref="SceneException">There was none for the longest time that a message may wait.</exception>
    public async Task<long> AddWhenRoomAsync(ReadOnlyMemory<byte> message, Delivery delivery, TimeSpan longest, CancellationToken cancellationToken)
    {
        var turn = new WaitingMessage(message, delivery);
        lock (_gate)
        {
            ThrowIfFaulted();
            if (_waiting.Count >= MostWaiting)
            {
                throw new SceneException(SceneError.Stalled, $"{MostWaiting} messages wait for room already: await each before the next.");
            }

            _waiting.Enqueue(turn);

            // The batch may have left between the first try and this one.
            AdmitWaiting();
        }

        try
        {
            return await turn.Admitted.Task.WaitAsync(longest, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            return turn.Admitted.TrySetCanceled(CancellationToken.None)
                ? throw new SceneException(SceneError.Stalled, $"The peer has not read for {longest}.", e)
                : await turn.Admitted.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!turn.Admitted.TrySetCanceled(CancellationToken.None))
        {
            return await turn.Admitted.Task.ConfigureAwait(false);
        }
    }

    /// <summary>True when the outbox has messages and nobody sends them: the caller must.</summary>
    public bool NeedsSender()
    {
        lock (_gate)
        {
            return TakeTurn();
        }
    }

    /// <summary>Completes when the message with that number was written; fails when it was lost with its connection.</summary>
    public ValueTask WhenWrittenAsync(long sequence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (sequence > _lostAfter && sequence <= _lostUntil)
            {
                throw new SceneException(SceneError.ConnectionLost, "The connection was lost before the message was written.", _fault);
            }

            if (_written >= sequence)
            {
                return ValueTask.CompletedTask;
            }

            ThrowIfFaulted();

            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _unwritten.Add((sequence, done));
            return new ValueTask(done.Task.WaitAsync(cancellationToken));
        }
    }

    /// <summary>Completes when nobody is sending.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _isSending ? (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }
    }

    private void AdmitWaiting()
    {
        while (_waiting.TryPeek(out var next) && (next.Admitted.Task.IsCompleted || HasRoom(next.Message.Length)))
        {
            _waiting.Dequeue();
            if (!next.Admitted.Task.IsCompleted && next.Admitted.TrySetResult(_added + 1))
            {
                Append(next.Message, next.Delivery);
            }
        }
    }

    private void WakeWritten()
    {
        for (var i = _unwritten.Count - 1; i >= 0; i--)
        {
            if (_unwritten[i].Sequence <= _written)
            {
                _unwritten[i].Done.TrySetResult();
                _unwritten.RemoveAt(i);
            }
        }
    }

    private void WakeIdle()
    {
        _idle?.TrySetResult();
        _idle = null;
    }

    private void FailWaiting(Exception fault)
    {
        var lost = new SceneException(SceneError.ConnectionLost, "The connection was lost before the message was written.", fault);
        foreach (var next in _waiting)
        {
            next.Admitted.TrySetException(lost);
        }

        _waiting.Clear();
        FailUnwritten(long.MaxValue, lost);
    }

    private void FailUnwritten(long until, Exception lost)
    {
        foreach (var (sequence, done) in _unwritten)
        {
            if (sequence <= until)
            {
                done.TrySetException(lost);
            }
        }

        _unwritten.RemoveAll(entry => entry.Sequence <= until);
    }
}
