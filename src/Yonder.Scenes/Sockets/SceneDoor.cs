using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Yonder.Scenes.Sockets;

/// <summary>Lets a client in, or not, before its connection becomes a WebSocket.</summary>
internal static class SceneDoor
{
    /// <summary>A client at the one path where the original's clients knock; whatever else is asked for is a file.</summary>
    public static bool IsKnock(HttpRequest request) => request.Path == "/" && request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    public static async Task EnterAsync(HttpContext context, SceneServerOptions options, ILoggerFactory loggers, Func<SceneDoorPass, CancellationToken, Task> run)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        if (SceneAccess.Refusal(context.Request, options) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        // The framework does the handshake, on a stream of ours: it must not have looked at the request before.
        var coalescing = new CoalescingUpgrade(upgrade);
        context.Features.Set<IHttpUpgradeFeature>(coalescing);
        context.Features.Set<IHttpWebSocketFeature>(instance: null);
        var settings = new WebSocketOptions { KeepAliveInterval = options.PingInterval, KeepAliveTimeout = options.PingTimeout };
        var handshake = new WebSocketMiddleware(accepted => AcceptAsync(accepted, coalescing, run), Options.Create(settings), loggers);
        await handshake.Invoke(context);
    }

    private static async Task AcceptAsync(HttpContext context, CoalescingUpgrade coalescing, Func<SceneDoorPass, CancellationToken, Task> run)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await run(new SceneDoorPass(socket, coalescing.Stream), context.RequestAborted);
    }
}
