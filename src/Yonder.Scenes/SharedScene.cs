using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Scenes.State;

namespace Yonder.Scenes;

/// <summary>
/// The scene that all viewers see. Changes go to every viewer, in one order, and are kept: whoever comes later, or comes again, is first
/// shown the scene as it is. A viewer that does not keep up is waited for only briefly; then the others go on without it, and when
/// it has caught up it is shown the scene anew instead of everything that it missed.
/// </summary>
public sealed class SharedScene : ISceneTarget
{
    private readonly Lock _gate = new();
    private readonly SceneState _state = new();
    private readonly List<SceneSession> _viewers = [];
    private readonly SceneServerOptions _options;

    internal SharedScene(SceneServerOptions options) => _options = options;

    /// <inheritdoc />
    public ValueTask SendAsync(ServerEvent message, Delivery delivery = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SendAsync(message, also: null, delivery, cancellationToken);
    }

    /// <summary>As above, and to a session that is no viewer yet.</summary>
    internal ValueTask SendAsync(ServerEvent message, SceneSession? also, Delivery delivery, CancellationToken cancellationToken)
    {
        var buffer = PackBuffer.Rent();
        try
        {
            var encoded = SceneEncoding.Encode(buffer, message, _options.Time);
            var late = Spread(message, encoded, also, delivery, cancellationToken);
            return late is null ? ValueTask.CompletedTask : new ValueTask(Task.WhenAll(late));
        }
        finally
        {
            buffer.Return();
        }
    }

    internal void Join(SceneSession viewer)
    {
        lock (_gate)
        {
            if (!_viewers.Contains(viewer))
            {
                _viewers.Add(viewer);
                if (!_state.IsEmpty)
                {
                    Show(viewer);
                }
            }
        }
    }

    internal void Leave(SceneSession viewer)
    {
        lock (_gate)
        {
            _viewers.Remove(viewer);
        }
    }

    /// <summary>The viewer has read everything: if it missed changes, it is shown the scene.</summary>
    internal void CaughtUp(SceneSession viewer)
    {
        lock (_gate)
        {
            if (viewer.IsBehind)
            {
                viewer.IsBehind = false;
                Show(viewer);
            }
        }
    }

    private List<Task>? Spread(ServerEvent message, ReadOnlyMemory<byte> encoded, SceneSession? also, Delivery delivery, CancellationToken cancellationToken)
    {
        List<Task>? late = null;
        lock (_gate)
        {
            if (message.ChangesScene)
            {
                _state.Apply(message.Type, new PackedValue(encoded)["data"]);
            }

            // Alone, a viewer is served on this thread: that saves a hop. Many are served by many.
            var isAlone = _viewers.Count == 1;
            foreach (var viewer in _viewers)
            {
                Give(viewer, encoded, delivery, isAlone, ref late, cancellationToken);
            }

            if (also is not null && !_viewers.Contains(also))
            {
                Give(also, encoded, delivery, isAlone, ref late, cancellationToken);
            }
        }

        return late;
    }

    private void Give(SceneSession viewer, ReadOnlyMemory<byte> encoded, Delivery delivery, bool isHere, ref List<Task>? late, CancellationToken cancellationToken)
    {
        if (viewer.IsBehind || viewer.TryGive(encoded, delivery, isHere))
        {
            return;
        }

        if (delivery.Kind == DeliveryKind.Wait)
        {
            (late ??= []).Add(WaitForAsync(viewer, encoded.ToArray(), cancellationToken));
        }
        else
        {
            FallBehind(viewer);
        }
    }

    private async Task WaitForAsync(SceneSession viewer, ReadOnlyMemory<byte> encoded, CancellationToken cancellationToken)
    {
        try
        {
            await viewer.GiveWhenRoomAsync(encoded, _options.StallTimeout, cancellationToken);
        }
        catch (SceneException e) when (e.Error == SceneError.Stalled)
        {
            lock (_gate)
            {
                FallBehind(viewer);
            }
        }
        catch (Exception e) when (e is SceneException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The viewer left, or fell behind meanwhile: nothing is owed to it.
        }
    }

    private void FallBehind(SceneSession viewer)
    {
        if (viewer.IsBehind)
        {
            return;
        }

        viewer.IsBehind = true;
        viewer.ForgetWaiting();

        // It may have read everything just now, before it could know that it is behind.
        if (viewer.IsIdle)
        {
            CaughtUp(viewer);
        }
    }

    private void Show(SceneSession viewer)
    {
        var buffer = new PackBuffer();
        SceneEncoding.EncodeState(buffer, _state, _options.Time);
        viewer.TryGive(buffer.Written, Delivery.Wait, isHere: false);
    }
}
