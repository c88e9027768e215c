using System.Collections.Concurrent;
using System.Net;
using Yonder.Gateway.Features.PortForwards.Tunnels;

namespace Yonder.Gateway.Features.PortForwards.Proxy;

/// <summary>Speaks HTTP to containers' ports: one set of kept connections for each forward, so that none is ever used for another.</summary>
internal sealed class ForwardClient(PortDialer dialer) : IDisposable
{
    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _clients = new(StringComparer.Ordinal);

    public Task<HttpResponseMessage> SendAsync(PortForwardRecord forward, HttpRequestMessage request, CancellationToken cancellationToken)
        => _clients.GetOrAdd(forward.Id, _ => Make(forward)).SendAsync(request, cancellationToken);

    public void Forget(PortForwardRecord forward)
    {
        if (_clients.TryRemove(forward.Id, out var client))
        {
            client.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    // A proxy passes on what it is given: no redirects followed, no cookies kept, nothing unpacked, nothing added.
    private HttpMessageInvoker Make(PortForwardRecord forward) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ConnectCallback = async (_, cancellationToken) => new DialedStream(await dialer.DialAsync(forward, cancellationToken)),
    });
}
