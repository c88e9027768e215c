using System.Threading.Channels;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Client.Scenes;

/// <summary>Received events that the program has not taken yet.</summary>
internal sealed class SceneInbox(int capacity, TimeProvider time)
{
    // Full: the oldest goes while the program has never received, the reader of the socket waits once it has.
    private readonly Channel<SceneEvent> _events = Channel.CreateBounded<SceneEvent>(new BoundedChannelOptions(capacity) { SingleWriter = true });
    private long _missed;
    private volatile bool _isRead;

    public long Missed => Interlocked.Read(ref _missed);

    public ValueTask PutAsync(SceneEvent message, CancellationToken cancellationToken)
    {
        while (!_events.Writer.TryWrite(message))
        {
            if (_isRead)
            {
                return _events.Writer.WriteAsync(message, cancellationToken);
            }

            if (_events.Reader.TryRead(out var oldest))
            {
                oldest.Dispose();
                Interlocked.Increment(ref _missed);
            }
        }

        return ValueTask.CompletedTask;
    }

    public void End(Exception? fault) => _events.Writer.TryComplete(fault);

    public ValueTask<SceneEvent?> TakeAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        _isRead = true;
        return _events.Reader.TryRead(out var message) ? new ValueTask<SceneEvent?>(message) : WaitAsync(timeout, cancellationToken);
    }

    private async ValueTask<SceneEvent?> WaitAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var limit = timeout is { } longest ? new CancellationTokenSource(longest, time) : null;
        using var either = limit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (await _events.Reader.WaitToReadAsync(either?.Token ?? cancellationToken).ConfigureAwait(false))
            {
                if (_events.Reader.TryRead(out var message))
                {
                    return message;
                }
            }

            return null;
        }
        catch (OperationCanceledException) when (limit is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
