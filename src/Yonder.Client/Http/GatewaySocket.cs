using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace Yonder.Client.Http;

/// <summary>WebSockets to the gateway over the same <see cref="HttpClient"/> as its calls.</summary>
/// <remarks>The upgrade is made by hand because <see cref="ClientWebSocket"/> throws away the body of a refusal, which says what to do.</remarks>
internal static class GatewaySocket
{
    private const string AcceptSalt = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public static async Task<UpgradedSocket> ConnectAsync(GatewayHttp http, string path, TimeSpan timeout, TimeSpan keepAlive, CancellationToken cancellationToken)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using var request = Upgrade(http.Address.Http(path), key);
        using var limit = http.Limit(timeout, cancellationToken);
        var response = await http.SendOnceAsync(request, limit.Token, cancellationToken).ConfigureAwait(false);
        var handedOver = false;
        try
        {
            await CheckAsync(response, key, limit.Token).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            var options = new WebSocketCreationOptions { IsServer = false, KeepAliveInterval = keepAlive, KeepAliveTimeout = keepAlive };
            handedOver = true;
            return new UpgradedSocket(WebSocket.CreateFromStream(stream, options), response);
        }
        finally
        {
            if (!handedOver)
            {
                response.Dispose();
            }
        }
    }

    private static HttpRequestMessage Upgrade(Uri uri, string key) => new(HttpMethod.Get, uri)
    {
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Headers = { { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" }, { "Sec-WebSocket-Key", key } },
    };

    private static async Task CheckAsync(HttpResponseMessage response, string key, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not HttpStatusCode.SwitchingProtocols)
        {
            throw response.IsSuccessStatusCode
                ? new YonderConnectionException("The answer to the upgrade is not a WebSocket: is this address a gateway's, and does a proxy in between pass upgrades on?")
                : await ErrorBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        }

        if (!response.Headers.TryGetValues("Sec-WebSocket-Accept", out var accept) || !accept.Contains(Expected(key), StringComparer.Ordinal))
        {
            throw new YonderConnectionException("The answer to the upgrade is not a WebSocket's.");
        }
    }

#pragma warning disable CA5350 // RFC 6455 demands SHA-1 here; it proves that the peer speaks WebSocket, nothing else
    private static string Expected(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSalt)));
#pragma warning restore CA5350
}
