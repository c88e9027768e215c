using System.Globalization;
using System.Net;
using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol;

namespace Yonder.Gateway.Platform.RateLimits;

/// <summary>Holds each client to so many API requests a minute, before anything is looked up for it.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimitCounters counters, GatewayOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var limit = Which(context);
        if (limit is RateLimit.None)
        {
            return next(context);
        }

        // Our own user is a client of its own: other users of this machine come from the same address.
        var isOwn = SameUserTrust.Applies(context);
        var most = Most(limit) * (isOwn ? options.RateLimits.OwnUserFactor : 1);
        var (count, secondsLeft) = counters.Count(limit, isOwn ? IPAddress.Any : context.Connection.RemoteIpAddress ?? IPAddress.None);
        context.Response.Headers["X-RateLimit-Limit"] = most.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Remaining"] = Math.Max(most - count, 0).ToString(CultureInfo.InvariantCulture);
        return count <= most ? next(context) : RefuseAsync(context, secondsLeft);
    }

    private static RateLimit Which(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RateLimitMetadata>() is { } named)
        {
            return named.Limit;
        }

        if (context.WebSockets.IsWebSocketRequest)
        {
            return RateLimit.Sockets;
        }

        // Pages and their assets are not counted: one visit is a hundred requests.
        return context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? RateLimit.Rest : RateLimit.None;
    }

    private static Task RefuseAsync(HttpContext context, int seconds)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(
            new RateLimited("rate limit exceeded", seconds, $"rate limit exceeded: try again in {seconds} s", "rate_limited"),
            RexecJson.Default.RateLimited,
            cancellationToken: context.RequestAborted);
    }

    private int Most(RateLimit limit) => limit switch
    {
        RateLimit.Auth => options.RateLimits.Auth,
        RateLimit.Create => options.RateLimits.Create,
        RateLimit.Sockets => options.RateLimits.Sockets,
        _ => options.RateLimits.Rest,
    };
}
