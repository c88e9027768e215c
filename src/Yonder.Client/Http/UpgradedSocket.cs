using System.Net.WebSockets;

namespace Yonder.Client.Http;

/// <summary>A WebSocket together with the answer that its connection belongs to.</summary>
internal sealed class UpgradedSocket(WebSocket socket, HttpResponseMessage response) : IDisposable
{
    public WebSocket Socket => socket;

    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    public void Dispose()
    {
        socket.Dispose();
        response.Dispose();
    }
}
