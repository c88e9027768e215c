using System.Net.Sockets;

namespace Yonder.Bench.Harness;

/// <summary>A terminal whose bytes are a socket's, with nothing around them.</summary>
internal sealed class RawSocketTerminal(Socket socket) : ITerminalPeer
{
    public async ValueTask SendAsync(ReadOnlyMemory<byte> keys, CancellationToken cancellationToken) => await socket.SendAsync(keys, cancellationToken);

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) => socket.ReceiveAsync(buffer, cancellationToken);

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
