using System.Net.WebSockets;

namespace Yonder.Gateway.Tests.Client;

internal static class StubSocket
{
    /// <summary>Waits for a message: a reset connection takes with it what the client has not received yet, so a test says when it has.</summary>
    public static async Task WaitForInputAsync(WebSocket socket) => await socket.ReceiveAsync(new byte[100].AsMemory(), CancellationToken.None);
}
