using System.Net.WebSockets;
using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.PortForwards;

namespace Yonder.Client.PortForwards;

/// <summary>Ways to ports that programs in a container listen on.</summary>
public sealed class PortForwardsClient
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private readonly GatewayHttp _http;

    internal PortForwardsClient(GatewayHttp http) => _http = http;

    /// <summary>Lists the forwards of a container.</summary>
    public Task<IReadOnlyList<PortForward>> ListAsync(string containerId, CancellationToken cancellationToken = default)
        => _http.GetListAsync(PathTo(containerId), "forwards", RexecJson.Default.IReadOnlyListPortForward, cancellationToken);

    /// <summary>Forwards a port of a container to one that the gateway listens on, <see cref="PortForward.LocalPort"/>.</summary>
    /// <param name="containerId">The container.</param>
    /// <param name="containerPort">The port in it.</param>
    /// <param name="localPort">The port on the gateway's machine; a free one when <see langword="null"/>.</param>
    /// <param name="name">A name to know the forward by.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<PortForward> CreateAsync(string containerId, int containerPort, int? localPort = null, string? name = null, CancellationToken cancellationToken = default)
        => _http.CallAsync(
            HttpMethod.Post,
            PathTo(containerId),
            GatewayHttp.Body(new CreatePortForwardRequest(containerPort, localPort, name, containerId), RexecJson.Default.CreatePortForwardRequest),
            RexecJson.Default.PortForward,
            cancellationToken);

    /// <summary>Ends a forward and the connections through it.</summary>
    public Task DeleteAsync(string containerId, string forwardId, CancellationToken cancellationToken = default)
        => _http.CallAsync(HttpMethod.Delete, $"{PathTo(containerId)}/{Uri.EscapeDataString(forwardId)}", content: null, cancellationToken);

    /// <summary>Makes one connection through a forward, from wherever this program runs. The stream carries bytes both ways; disposing it hangs up.</summary>
    /// <exception cref="YonderApiException">Nothing listens on the port, or the forward has ended.</exception>
    public async Task<Stream> DialAsync(string forwardId, CancellationToken cancellationToken = default)
    {
        var socket = await GatewaySocket
            .ConnectAsync(_http, $"ws/port-forward/{Uri.EscapeDataString(forwardId)}", _http.Options.Timeout, KeepAlive, cancellationToken)
            .ConfigureAwait(false);
        return WebSocketStream.Create(socket.Socket, WebSocketMessageType.Binary, ownsWebSocket: true);
    }

    private static string PathTo(string containerId)
    {
        ArgumentException.ThrowIfNullOrEmpty(containerId);
        return $"api/containers/{Uri.EscapeDataString(containerId)}/port-forwards";
    }
}
