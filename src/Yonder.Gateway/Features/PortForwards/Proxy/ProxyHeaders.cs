using System.Collections.Frozen;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;

namespace Yonder.Gateway.Features.PortForwards.Proxy;

/// <summary>Which headers pass, in either direction.</summary>
internal static class ProxyHeaders
{
    // About one connection, not about the message; the client's and ours are two.
    private static readonly FrozenSet<string> HopByHop = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

    // What lets callers into the gateway is nothing that a container should see.
    private static readonly FrozenSet<string> Secret = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Authorization", "Cookie", "Host", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-API-Key");

    // The proxy's pages share the gateway's address: they set no cookies there and do not loosen the policies below.
    private static readonly FrozenSet<string> Withheld = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Set-Cookie", "Strict-Transport-Security", "Public-Key-Pins", "Service-Worker-Allowed", "Clear-Site-Data");

    /// <summary>A page from a container runs apart from the gateway's own: its scripts have no origin, so that the gateway trusts them with nothing.</summary>
    private const string Sandbox = "sandbox allow-scripts allow-forms allow-popups allow-modals allow-downloads";

    public static void CopyRequest(HttpRequest from, HttpRequestMessage to, string prefix, int port)
    {
        foreach (var (name, values) in from.Headers.Where(header => !HopByHop.Contains(header.Key) && !Secret.Contains(header.Key)))
        {
            var kept = name.Equals("Sec-WebSocket-Protocol", StringComparison.OrdinalIgnoreCase) ? WithoutToken(values) : values;
            if (kept.Count > 0 && !to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)kept))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)kept);
            }
        }

        to.Headers.Host = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        to.Headers.TryAddWithoutValidation("X-Forwarded-For", from.HttpContext.Connection.RemoteIpAddress?.ToString());
        to.Headers.TryAddWithoutValidation("X-Forwarded-Host", from.Host.Value);
        to.Headers.TryAddWithoutValidation("X-Forwarded-Proto", from.Scheme);
        to.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", prefix);
    }

    public static void CopyResponse(HttpResponseMessage from, HttpResponse to)
    {
        to.Headers.Remove("Content-Security-Policy");
        Copy(from.Headers, to);
        Copy(from.Content.Headers, to);
        to.Headers.Append("Content-Security-Policy", Sandbox);
    }

    private static void Copy(HttpHeaders from, HttpResponse to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            if (!HopByHop.Contains(name) && !Withheld.Contains(name))
            {
                to.Headers[name] = values.ToArray();
            }
        }
    }

    private static StringValues WithoutToken(StringValues protocols)
        => protocols.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(protocol => !protocol.StartsWith("rexec.token.", StringComparison.Ordinal))
            .ToArray();
}
