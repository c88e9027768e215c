using System.Net;
using Microsoft.AspNetCore.Connections.Features;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>The one rule that lets a request in without a token: it comes from the gateway's own user on this machine, and not through a web page or a proxy.</summary>
internal static class SameUserTrust
{
    private static readonly object SocketKey = new();

    // What a proxy on this machine adds: behind it stands somebody else, whoever runs it.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static bool Applies(HttpContext context)
        => IsOwnSocket(context)
            && IsOurName(context.Request.Host.Host)
            && RequestOrigin.Foreign(context) is null
            && !RequestOrigin.IsCrossSite(context)
            && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    // A page that rebinds its own name to 127.0.0.1 still sends that name; the names below cannot be anybody else's.
    private static bool IsOurName(string host)
        => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // A connection has one owner for as long as it lives, and asking the kernel is not free.
    private static bool IsOwnSocket(HttpContext context)
    {
        var items = context.Features.Get<IConnectionItemsFeature>()?.Items;
        if (items is not null && items.TryGetValue(SocketKey, out var known))
        {
            return known is true;
        }

        var owned = SocketOwner.IsOwnUser(context.Connection);
        items?.TryAdd(SocketKey, owned);
        return owned;
    }
}
