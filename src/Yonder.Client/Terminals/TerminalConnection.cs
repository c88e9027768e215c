using System.Net.WebSockets;
using Yonder.Client.Http;

namespace Yonder.Client.Terminals;

/// <summary>One socket of a terminal session, and the session's byte that it begins with; <see langword="null"/> when the server does not count.</summary>
internal sealed class TerminalConnection(UpgradedSocket socket, long? firstOffset) : IDisposable
{
    public WebSocket Socket => socket.Socket;

    public long? FirstOffset => firstOffset;

    public void Dispose() => socket.Dispose();
}
