using System.Net.WebSockets;
using System.Text.Json;
using Yonder.Protocol;
using Yonder.Protocol.Sharing;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Serves one socket of the presence bus.</summary>
internal sealed class PresenceServer(IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int MaxMessage = 16 * 1024;

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    public async Task ServeAsync(HttpContext context, ShareGuest guest)
    {
        ConnectionLiveness.Watch(context);
        var subProtocol = context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(name => name is "rexec.v1");
        using var socket = await context.WebSockets.AcceptWebSocketAsync(subProtocol);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, guest.Revoked);
        var participant = guest.Room.Enter(guest.UserId, guest.Username);
        var sending = SendAsync(socket, participant, stop.Token);
        try
        {
            await ReceiveAsync(socket, guest.Room, participant, stop.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            // Cut off, or sent away: either way this socket is done.
        }
        finally
        {
            guest.Room.Leave(participant);
            participant.Finish();
            await stop.CancelAsync();
            await sending;
        }
    }

    /// <summary>Sends what is told to the participant; when the sharing ends, closes with the code that says so.</summary>
    private async Task SendAsync(WebSocket socket, Participant participant, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in participant.Frames.ReadAllAsync(cancellationToken))
            {
                await socket.SendAsync(
                    JsonSerializer.SerializeToUtf8Bytes(frame, RexecJson.Default.PresenceFrame), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            using var limit = new CancellationTokenSource(CloseTimeout, time);
            await socket.CloseOutputAsync(TerminalEnding.SharingEnded.Status, TerminalEnding.SharingEnded.Reason, limit.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            // The reader ends with the socket.
        }
    }

    private static async Task ReceiveAsync(WebSocket socket, ShareRoom room, Participant participant, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxMessage];
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (received.MessageType is WebSocketMessageType.Close)
            {
                return;
            }

            length += received.Count;
            if (received.EndOfMessage)
            {
                Handle(room, participant, buffer.AsSpan(0, length));
                length = 0;
            }
            else if (length == buffer.Length)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, $"a message has up to {MaxMessage} bytes", cancellationToken);
                return;
            }
        }
    }

    private static void Handle(ShareRoom room, Participant participant, ReadOnlySpan<byte> message)
    {
        try
        {
            switch (JsonSerializer.Deserialize(message, RexecJson.Default.PresenceFrame))
            {
                case { Type: "cursor" or "selection" or "input" } frame:
                    room.Say(participant, frame.Type, frame.Data);
                    break;
                case { Type: "ping" }:
                    participant.Tell(new PresenceFrame("pong"));
                    break;
            }
        }
        catch (JsonException)
        {
            // Not a message of this bus: nobody is told of it.
        }
    }
}
