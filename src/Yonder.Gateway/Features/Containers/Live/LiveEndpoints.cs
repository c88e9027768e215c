using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;

namespace Yonder.Gateway.Features.Containers.Live;

/// <summary>What happens, while it happens.</summary>
internal static class LiveEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/stream", CreateAsync).WithName("CreateContainerWithProgress");
        group.MapGet("/events", WatchAsync).RequireScope(Scope.Read).WithName("WatchContainers");
    }

    private static async Task CreateAsync(HttpContext context, CreationStream stream)
    {
        var request = await RexecBody.ReadAsync(context.Request, RexecJson.Default.CreateContainerRequest);
        await stream.WriteAsync(context, Caller.Of(context), request);
    }

    private static async Task WatchAsync(HttpContext context, EventsSocket events)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "websocket_required", "This address is a WebSocket."));
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = context.WebSockets.WebSocketRequestedProtocols.Contains("rexec.v1", StringComparer.Ordinal) ? "rexec.v1" : null,
            KeepAliveInterval = TimeSpan.FromSeconds(30),
            KeepAliveTimeout = TimeSpan.FromSeconds(180),
        });
        await events.RunAsync(socket, Caller.Of(context), context.RequestAborted);
    }
}
