using System.Net;
using System.Net.Sockets;

namespace Yonder.Gateway.Tests.Scenes;

/// <summary>A port that nobody listened on a moment ago, for programs that must be told one.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
