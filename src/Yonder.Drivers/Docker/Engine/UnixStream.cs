using System.Net.Sockets;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>A connection over a Unix socket, which reads on behind a notice of unread input.</summary>
/// <remarks>Where the other side closes without having read all, the kernel says "connection reset" once, before what the other side had written.</remarks>
internal sealed class UnixStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private bool _wasNoticed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException error) when (!_wasNoticed && error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            _wasNoticed = true;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
