using System.Net.Sockets;
using System.Text;

namespace Yonder.Gateway.Tests.Features.Terminals;

/// <summary>Says to a socket route what no WebSocket client would.</summary>
internal static class RawSocket
{
    /// <summary>Asks for an upgrade and returns the answer, whatever it is.</summary>
    public static Task<HttpResponseMessage> UpgradeAsync(HttpClient http, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Upgrades, sends what is no frame, and waits for the other side to hang up.</summary>
    public static async Task SendGarbageAsync(Uri gateway, string path)
    {
        using var client = new TcpClient();
        using var limit = new CancellationTokenSource(TestTerminal.Patience);
        await client.ConnectAsync(gateway.Host, gateway.Port, limit.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: {gateway.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"),
            limit.Token);
        await stream.WriteAsync(Enumerable.Repeat((byte)0xFF, 1000).ToArray(), limit.Token);
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, limit.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is a hang-up too.
        }
    }
}
