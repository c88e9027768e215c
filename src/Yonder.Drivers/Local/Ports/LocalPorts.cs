using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Ports;

namespace Yonder.Drivers.Local.Ports;

/// <summary>Connects to ports of a place on this machine: its loopback, and Unix sockets in its file system.</summary>
internal sealed class LocalPorts(IPlace place) : IPorts
{
    private static readonly IPAddress[] Loopbacks = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    public async ValueTask<DuplexStream> DialAsync(PortAddress address, CancellationToken cancellationToken = default) => address switch
    {
        TcpPort { Number: > 0 and <= ushort.MaxValue } tcp => await DialTcpAsync(tcp.Number, cancellationToken),
        TcpPort tcp => throw new RuntimeException(RuntimeError.InvalidRequest, $"{tcp.Number} is not a port: they go from 1 to 65535."),
        UnixPort unix => await DialUnixAsync(unix.Path, cancellationToken),
        _ => throw new RuntimeException(RuntimeError.NotSupported, "This kind of address cannot be dialed here."),
    };

    private async ValueTask<DuplexStream> DialTcpAsync(int port, CancellationToken cancellationToken)
    {
        SocketException? refused = null;
        foreach (var loopback in Loopbacks)
        {
            var socket = await place.MakeSocketAsync(() => new(loopback.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
            try
            {
                return await ConnectAsync(socket, new IPEndPoint(loopback, port), cancellationToken);
            }
            catch (SocketException exception)
            {
                refused = exception;
            }
        }

        throw new RuntimeException(RuntimeError.Unreachable, $"Nobody listens on port {port}.", refused);
    }

    private async ValueTask<DuplexStream> DialUnixAsync(RemotePath path, CancellationToken cancellationToken)
    {
        var whole = path.Normalize(place.Home);

        // Held while it is dialed, and dialed by its descriptor: the path is resolved once, below the place's root, whatever its length.
        using var target = place.Root.Open(whole.Bytes, OpenFlags.PathOnly);
        if (target.IsInvalid)
        {
            var error = Marshal.GetLastPInvokeError();
            throw error is Errno.AccessDenied
                ? LocalErrors.Failure(error, whole)
                : new RuntimeException(RuntimeError.Unreachable, $"There is no socket '{whole}'.");
        }

        try
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            return await ConnectAsync(socket, new UnixDomainSocketEndPoint($"/proc/self/fd/{target.DangerousGetHandle()}"), cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new RuntimeException(RuntimeError.Unreachable, $"Nobody listens on '{whole}'.", exception);
        }
    }

    private static async ValueTask<DuplexStream> ConnectAsync(Socket socket, EndPoint endPoint, CancellationToken cancellationToken)
    {
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new SocketDuplexStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
