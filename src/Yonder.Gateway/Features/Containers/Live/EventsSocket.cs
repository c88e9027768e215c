using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers.Live;

/// <summary>Tells one client what happens to its containers: all of them first, then each change.</summary>
internal sealed class EventsSocket(RuntimeRegistry registry, IOptions<ContainersOptions> options, TimeProvider time)
{
    private const int LongestMessage = 4096;

    public async Task RunAsync(WebSocket socket, Caller caller, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // One send at a time is the socket's rule; a pong may come between two events.
        using var turn = new SemaphoreSlim(1);
        var sending = SendAsync(socket, turn, caller, ended.Token);
        var receiving = ReceiveAsync(socket, turn, ended.Token);
        await Task.WhenAny(sending, receiving);
        await ended.CancelAsync();
        try
        {
            await Task.WhenAll(sending, receiving);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException)
        {
            // The client is gone, or the gateway ends: nobody is left to be told.
        }
    }

    private async Task SendAsync(WebSocket socket, SemaphoreSlim turn, Caller caller, CancellationToken cancellationToken)
    {
        // The cursor first: what happens while the list is made is told after it.
        using var cursor = registry.Events.OpenCursor(registry.Events.End);
        await SendListAsync(socket, turn, caller, cancellationToken);
        while (true)
        {
            var read = await cursor.ReadAsync(cancellationToken);
            if (read.IsEnd)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "the gateway ends", cancellationToken);
                return;
            }

            if (read.Gap > 0)
            {
                // A client this slow has missed events: the list says what became of everything.
                await SendListAsync(socket, turn, caller, cancellationToken);
            }

            foreach (var happened in read.Records.ToArray())
            {
                if (EventFrames.Of(happened.Value, caller.UserId, time.GetUtcNow()) is { } frame)
                {
                    await SendAsync(socket, turn, frame, cancellationToken);
                }
            }

            cursor.Advance(read.Records.Length);
        }
    }

    private async Task SendListAsync(WebSocket socket, SemaphoreSlim turn, Caller caller, CancellationToken cancellationToken)
    {
        var list = await ContainerLists.OfAsync(caller, registry, options.Value, time, cancellationToken);
        await SendAsync(socket, turn, EventFrames.List(list, time.GetUtcNow()), cancellationToken);
    }

    private async Task ReceiveAsync(WebSocket socket, SemaphoreSlim turn, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestMessage];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (received.MessageType is WebSocketMessageType.Close)
            {
                await turn.WaitAsync(cancellationToken);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
                return;
            }

            if (received.EndOfMessage && IsPing(buffer.AsSpan(0, received.Count)))
            {
                await SendAsync(socket, turn, EventFrames.Pong(time.GetUtcNow()), cancellationToken);
            }
        }
    }

    private static async Task SendAsync(WebSocket socket, SemaphoreSlim turn, byte[] frame, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Anything but a ping is ignored, garbage included: there is nothing else to ask here.</summary>
    private static bool IsPing(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, RexecJson.Default.ClientPing)?.Type is "ping";
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
