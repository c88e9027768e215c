using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Yonder.Scenes.Sockets;

/// <summary>Whom the server lets in.</summary>
internal static class SceneAccess
{
    private const string Bearer = "Bearer ";

    /// <summary>The status to refuse with; null for a welcome.</summary>
    public static int? Refusal(HttpRequest request, SceneServerOptions options) =>
        !IsOriginAllowed(request, options) ? StatusCodes.Status403Forbidden
        : !HasToken(request, options.Token) ? StatusCodes.Status401Unauthorized
        : null;

    /// <summary>A page may connect when it is this server's, this machine's, or on the list. Programs send no origin.</summary>
    public static bool IsOriginAllowed(HttpRequest request, SceneServerOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || options.AllowedOrigins.Any(allowed => allowed is "*" || string.Equals(allowed.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase))
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsOwn(page, request));
    }

    private static bool IsOwn(Uri page, HttpRequest request)
    {
        var host = request.Host.Host;
        return (page.IsLoopback && IsLoopback(host))
            || (string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) && !IsRebound(page, request));
    }

    // A name that somebody else's DNS points at this machine looks like our own in both headers, unless we are listening for names.
    private static bool IsRebound(Uri page, HttpRequest request) => page.HostNameType == UriHostNameType.Dns && !page.IsLoopback
        && request.HttpContext.Connection.LocalIpAddress is { } local && System.Net.IPAddress.IsLoopback(local);

    private static bool IsLoopback(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    private static bool HasToken(HttpRequest request, string? token)
    {
        if (token is null)
        {
            return true;
        }

        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : request.Query["token"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
    }
}
