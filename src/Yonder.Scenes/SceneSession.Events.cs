using System.Threading.Channels;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>Events of the client: who is told, and in which order.</summary>
public sealed partial class SceneSession
{
    private readonly HandlerTable _handlers = new();
    private readonly EventWaiters _waiters = new();
    private readonly SemaphoreSlim _running;
    private Channel<SceneEvent>? _events;
    private Task _main = Task.CompletedTask;
    private bool _hasJoined;

    /// <summary>Handles events of this client only.</summary>
    /// <returns>Disposing it removes the handler.</returns>
    public IDisposable AddHandler(string type, SceneHandler handler, bool once = false) => _handlers.Add(type, handler, once);

    /// <summary>The next event of that type from this client; <c>INIT</c> may have come already.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    /// <exception cref="OperationCanceledException">The session ended first.</exception>
    public async Task<SceneEvent> TillAsync(string type, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        if (type is "INIT" && Init is { } init)
        {
            return init;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Ended);
        return await _waiters.WaitAsync(type, timeout, Options.Time, either.Token);
    }

    /// <summary>Waits until the session ends, and then throws <see cref="OperationCanceledException"/>: for the end of a spawned function.</summary>
    public Task ForeverAsync() => Task.Delay(Timeout.InfiniteTimeSpan, Options.Time, Ended);

    private async ValueTask DispatchAsync(SceneEvent message)
    {
        var isInit = message.Type is "INIT";
        if (isInit || !_hasJoined)
        {
            Join(isInit ? message : null);
        }

        var isKept = isInit | _waiters.Give(message) | _server.Waiters.Give(message);
        if (_events is { } events)
        {
            await events.Writer.WriteAsync(message, _aborted);
            return;
        }

        await HandleAsync(message, isKept);
    }

    private async ValueTask HandleAsync(SceneEvent message, bool isKept)
    {
        var own = _handlers.For(message.Type);
        var all = _server.Handlers.For(message.Type);
        if (!isKept && own.Length + all.Length == 0)
        {
            message.Dispose();
            return;
        }

        // When somebody keeps it, no handler's Dispose may recycle it.
        message.Share(isKept ? int.MaxValue : own.Length + all.Length);
        foreach (var handler in own)
        {
            await StartAsync(handler, message);
        }

        foreach (var handler in all)
        {
            await StartAsync(handler, message);
        }
    }

    private ValueTask StartAsync(RegisteredHandler handler, SceneEvent message)
    {
        if (!handler.TryTake())
        {
            return ValueTask.CompletedTask;
        }

        Task running;
        try
        {
            running = handler.Handler(message, this);
        }
        catch (Exception e)
        {
            // The program's code: whatever it throws is its own matter, and not the connection's.
            _server.Report(new SceneFault(this, message.Type, e));
            return ValueTask.CompletedTask;
        }

        return running.IsCompletedSuccessfully ? ValueTask.CompletedTask : FollowAsync(running, message.Type);
    }

    // Waits for a free place, not for the handler; and no longer than the connection lasts.
    private async ValueTask FollowAsync(Task running, string type)
    {
        await _running.WaitAsync(_aborted);
        _ = ReleaseAfterAsync(running, type);
    }

    private async Task ReleaseAfterAsync(Task running, string type)
    {
        await ObserveAsync(running, type);
        _running.Release();
    }

    private async Task ObserveAsync(Task running, string where)
    {
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (Ended.IsCancellationRequested)
        {
            // The usual end of what waited for this client.
        }
        catch (Exception e)
        {
            // The program's code, as above.
            _server.Report(new SceneFault(this, where, e));
        }
    }

    private async Task AllHandlersAsync()
    {
        for (var place = 0; place < Options.MaxRunningHandlers; place++)
        {
            await _running.WaitAsync(CancellationToken.None);
        }

        _running.Release(Options.MaxRunningHandlers);
    }
}
