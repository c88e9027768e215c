using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>Those who wait for the next event of a type.</summary>
internal sealed class EventWaiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<TaskCompletionSource<SceneEvent>>> _waiting = new(StringComparer.Ordinal);
    private int _count;

    public async Task<SceneEvent> WaitAsync(string type, TimeSpan? timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var waiter = Add(type);
        try
        {
            return await waiter.Task.WaitAsync(timeout ?? Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"No {type} came within {timeout}.", e);
        }
        finally
        {
            Remove(type, waiter);
        }
    }

    /// <summary>Gives the event to all who wait for it; true when anybody did.</summary>
    public bool Give(SceneEvent message)
    {
        if (Volatile.Read(ref _count) == 0)
        {
            return false;
        }

        List<TaskCompletionSource<SceneEvent>>? waiters;
        lock (_gate)
        {
            if (!_waiting.Remove(message.Type, out waiters))
            {
                return false;
            }

            _count -= waiters.Count;
        }

        // No lambda here: it would capture the event, and cost an object even when nobody waits.
        foreach (var waiter in waiters)
        {
            waiter.TrySetResult(message);
        }

        return true;
    }

    /// <summary>Registers at once, so that an answer cannot come before anybody waits for it.</summary>
    private TaskCompletionSource<SceneEvent> Add(string type)
    {
        var waiter = new TaskCompletionSource<SceneEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_waiting.TryGetValue(type, out var waiters))
            {
                _waiting[type] = waiters = [];
            }

            waiters.Add(waiter);
            _count++;
        }

        return waiter;
    }

    private void Remove(string type, TaskCompletionSource<SceneEvent> waiter)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(type, out var waiters) && waiters.Remove(waiter))
            {
                _count--;
                if (waiters.Count == 0)
                {
                    _waiting.Remove(type);
                }
            }
        }
    }
}
