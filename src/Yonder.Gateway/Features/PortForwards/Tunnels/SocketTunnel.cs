using System.Net.WebSockets;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.PortForwards.Tunnels;

/// <summary>Carries one connection to a forward's port over a WebSocket: binary frames are its bytes.</summary>
internal static class SocketTunnel
{
    /// <summary>What the container may still say after the client has closed: as a half-close, closing does not mean that nobody listens.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    public static void Map(RouteGroupBuilder group) => group.MapGet("/{forwardId}", RunAsync).WithName("TunnelPortForward");

    private static async Task RunAsync(HttpContext context, string forwardId, PortForwardSet forwards, PortDialer dialer, TimeProvider time)
    {
        var caller = Caller.Of(context);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "websocket_required", "This address is a WebSocket."));
        }

        var forward = forwards.Find(forwardId) is { } found && string.Equals(found.Record.Owner, caller.UserId, StringComparison.Ordinal)
            ? found.Record
            : throw new ProblemException(ForwardProblems.NotFound);

        // Before the upgrade: then a port that nobody answers at is an error with a status.
        await using var port = await dialer.DialAsync(forward, context.RequestAborted);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            context.WebSockets.WebSocketRequestedProtocols.Contains(PresentedToken.Subprotocol, StringComparer.Ordinal) ? PresentedToken.Subprotocol : null);
        await CarryAsync(socket, port, time, context.RequestAborted);
    }

    private static async Task CarryAsync(WebSocket socket, DialedPort port, TimeProvider time, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var linger = time.CreateTimer(_ => ended.Cancel(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var sending = SocketBytes.SendAsync(port.Stream, socket, ended.Token);
        var receiving = SocketBytes.ReceiveAsync(socket, port.Stream, ended.Token);
        try
        {
            if (await Task.WhenAny(sending, receiving) == receiving)
            {
                await receiving;
                linger.Change(Linger, Timeout.InfiniteTimeSpan);
            }

            await sending;
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, ended.Token);
            linger.Change(Linger, Timeout.InfiniteTimeSpan);
            await receiving;
        }
        catch (Exception failure) when (failure is IOException or WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
