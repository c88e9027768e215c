using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Scenes;

/// <summary>Events on their way to the client.</summary>
public sealed partial class SceneSession
{
    /// <summary>
    /// Sends an event. One that changes the scene goes to everybody when the scene is shared
    /// (<see cref="SceneServerOptions.Sharing"/>), all others to this client alone.
    /// </summary>
    /// <exception cref="OperationCanceledException">The session has ended.</exception>
    /// <exception cref="SceneException">The client has not read for as long as an event may wait.</exception>
    public ValueTask SendAsync(ServerEvent message, Delivery delivery = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.ChangesScene && Options.Sharing == SceneSharing.Shared
            ? _server.Scene.SendAsync(message, Ended.IsCancellationRequested ? null : this, delivery, cancellationToken)
            : SendAloneAsync(message, delivery, cancellationToken);
    }

    /// <summary>Asks the client and waits for its answer.</summary>
    /// <param name="request">The question.</param>
    /// <param name="timeToLive">How long to wait; 2 seconds when left out.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="TimeoutException">There was no answer in time; one that comes later is ignored.</exception>
    public async Task<SceneEvent> RpcAsync(RpcRequest request, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = TillAsync(request.ReplyType, timeToLive ?? TimeSpan.FromSeconds(2), cancellationToken);
        await SendAloneAsync(request, Delivery.Wait, cancellationToken);
        return await answer;
    }

    /// <summary>Asks the browser for a picture of what it shows.</summary>
    public Task<SceneEvent> GrabRenderAsync(SceneMap? options = null, string key = "DEFAULT", TimeSpan? timeToLive = null, CancellationToken cancellationToken = default) =>
        RpcAsync(RpcRequest.GrabRender(options, key), timeToLive, cancellationToken);

    internal bool TryGive(ReadOnlyMemory<byte> encoded, Delivery delivery, bool isHere)
    {
        if (Ended.IsCancellationRequested)
        {
            return true;
        }

        try
        {
            if (_outbox.Add(encoded, delivery, out var start) == Outbox.NoRoom)
            {
                return false;
            }

            Start(start, isHere);
            return true;
        }
        catch (SceneException)
        {
            // It ended just now.
            return true;
        }
    }

    internal async Task GiveWhenRoomAsync(ReadOnlyMemory<byte> encoded, TimeSpan longest, CancellationToken cancellationToken)
    {
        await _outbox.AddWhenRoomAsync(encoded, Delivery.Wait, longest, cancellationToken);
        Start(_outbox.NeedsSender(), isHere: false);
    }

    internal void ForgetWaiting() => _outbox.Clear();

    private void Start(bool start, bool isHere)
    {
        if (start && isHere)
        {
            _socket.SendHere();
        }
        else if (start)
        {
            _socket.SendElsewhere();
        }
    }

    private ValueTask SendAloneAsync(ServerEvent message, Delivery delivery, CancellationToken cancellationToken)
    {
        Ended.ThrowIfCancellationRequested();
        var buffer = PackBuffer.Rent();
        try
        {
            var encoded = SceneEncoding.Encode(buffer, message, Options.Time);
            if (TryGive(encoded, delivery, isHere: true))
            {
                return ValueTask.CompletedTask;
            }

            if (delivery.Kind == DeliveryKind.DropOldest)
            {
                _outbox.CountDropped();
                return ValueTask.CompletedTask;
            }

            return new ValueTask(GiveWhenRoomAsync(encoded.ToArray(), Options.Queue.MaxWait, cancellationToken));
        }
        finally
        {
            buffer.Return();
        }
    }
}
