using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>One end of a scene connection: messages in, batches of messages out. Used alike by the client and the server.</summary>
internal sealed partial class SceneSocket(WebSocket socket, CoalescingStream? stream, bool isClient, Outbox outbox, PackLimits limits) : IThreadPoolWorkItem, IDisposable
{
    private readonly SceneEventPool _pool = new();
    private readonly NameCache _names = new();

    /// <summary>Raised when everything that waited was sent.</summary>
    public Action? Drained { get; init; }

    /// <summary>Raised when sending failed; the receiving side ends by itself.</summary>
    public Action<Exception>? SendFailed { get; init; }

    /// <summary>The next message; null when the peer closed in good order.</summary>
    /// <exception cref="SceneException">The connection was lost or refused, or the message is malformed or too large.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SceneEvent?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = _pool.Rent();
        var length = 0;
        try
        {
            while (true)
            {
                if (length == message.Buffer.Length)
                {
                    message.Grow(limits.MaxBytes);
                }

                var part = await socket.ReceiveAsync(message.Buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return socket.CloseStatus is null or WebSocketCloseStatus.NormalClosure ? null : throw Farewell();
                }

                if (part.MessageType == WebSocketMessageType.Text)
                {
                    throw SceneException.Bad("Messages are binary, not text.");
                }

                if (part.EndOfMessage)
                {
                    message.Read(length, _names, limits);
                    return message;
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
        {
            throw new SceneException(SceneError.ConnectionLost, "The connection was lost.", e);
        }
    }

    /// <summary>Sends one message before all that wait, while nobody is sending.</summary>
    public async Task SendFirstAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends what waits on another thread. Only for who was told by the outbox to start; the outbox knows when it ends.</summary>
    public void SendElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Sends what waits now, on this thread, and leaves what comes meanwhile to another. Only for who was told by the outbox to start.</summary>
    public void SendHere() => _ = SendAllAsync(isHere: true);

    void IThreadPoolWorkItem.Execute() => _ = SendAllAsync(isHere: false);

    /// <summary>Says goodbye and waits for the answer, at most as long as <paramref name="patience"/>.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string? reason, TimeSpan patience, TimeProvider time)
    {
        try
        {
            using var limit = new CancellationTokenSource(patience, time);
            await outbox.WhenIdleAsync().WaitAsync(limit.Token).ConfigureAwait(false);

            // Nothing may follow a goodbye: whoever was quick enough to start sending just now is waited for as well.
            outbox.Pause();
            await outbox.WhenIdleAsync().WaitAsync(limit.Token).ConfigureAwait(false);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, reason, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // A peer that is gone or stalled hears no goodbye.
            socket.Abort();
        }
    }

    public void Abort() => socket.Abort();

    // A peer that goes away may be back soon; one that objects would object again.
    private SceneException Farewell() => new(
        socket.CloseStatus is WebSocketCloseStatus.InvalidPayloadData or WebSocketCloseStatus.MessageTooBig or WebSocketCloseStatus.PolicyViolation or WebSocketCloseStatus.ProtocolError
            ? SceneError.Refused
            : SceneError.ConnectionLost,
        $"The peer closed the connection with code {(int?)socket.CloseStatus}: {socket.CloseStatusDescription}");

    public void Dispose() => socket.Dispose();
}
