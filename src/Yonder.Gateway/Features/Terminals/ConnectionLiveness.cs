using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>Lets the kernel find out that a client is gone without saying so.</summary>
/// <remarks>
/// Its probes are answered by the client's kernel, so a client that is there and merely does not read is never mistaken for a dead one, as
/// it would be by WebSocket pings that wait behind its output. It also costs no timer here.
/// </remarks>
internal static class ConnectionLiveness
{
    private const int IdleSeconds = 30;
    private const int IntervalSeconds = 10;
    private const int Probes = 3;

    /// <summary>Begins; the result says at any time whether the connection is known to be there still.</summary>
    public static Func<bool> Watch(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, IdleSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, IntervalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
            return () => socket.Connected;
        }

        return static () => true;
    }
}
