using System.Net.WebSockets;

namespace Yonder.Gateway.Tests.Features.Terminals;

/// <summary>A socket that remembers what was sent.</summary>
internal sealed class RecordingSocket : WebSocket
{
    public List<(WebSocketMessageType Kind, byte[] Data)> Sent { get; } = [];

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => WebSocketState.Open;

    public override string? SubProtocol => null;

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        endOfMessage.ShouldBeTrue();
        Sent.Add((messageType, buffer.ToArray()));
        return Task.CompletedTask;
    }

    public override void Abort()
    {
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
        => Task.FromException<WebSocketReceiveResult>(new NotSupportedException());

    public override void Dispose()
    {
    }
}
