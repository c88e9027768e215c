using System.Net;
using System.Net.Sockets;
using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Execs;
using Yonder.Drivers.Docker.Host;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Ports;

namespace Yonder.Drivers.Docker.Ports;

/// <summary>Dials programs in a container: by a socket in its network where this machine runs it, by its address, or through a program in it.</summary>
internal sealed class DockerPorts(ContainerRef container, RuntimeInfo info, IExec exec) : IPorts
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    private readonly PortRelay _relay = new(exec);

    public async ValueTask<DuplexStream> DialAsync(PortAddress address, CancellationToken cancellationToken = default)
    {
        return address switch
        {
            TcpPort { Number: < 1 or > ushort.MaxValue } => throw new RuntimeException(RuntimeError.InvalidRequest, "A port is a number from 1 to 65535."),
            TcpPort port when container.Host is { } host => await DialInsideAsync(host, port.Number, cancellationToken),
            TcpPort port => await TryDialAsync(port.Number, cancellationToken) ?? await _relay.DialAsync(port, cancellationToken),
            UnixPort port when container.Host is { } host => await DialInsideAsync(host, Whole(port.Path), cancellationToken),
            UnixPort port => await _relay.DialAsync(Whole(port.Path), cancellationToken),
            _ => throw new RuntimeException(RuntimeError.NotSupported, "A container is dialed by a TCP port or a Unix socket."),
        };
    }

    private static async ValueTask<DuplexStream> DialInsideAsync(HostContainer host, RemotePath path, CancellationToken cancellationToken)
    {
        using var root = HostRoot.Open(host);
        using var node = root.OpenPath(path, followLink: true) ?? throw new RuntimeException(RuntimeError.Unreachable, "There is no such socket.");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

        // Through the open descriptor: a path would be followed by this machine's rules, out of the container.
        var failure = await ConnectAsync(socket, new UnixDomainSocketEndPoint(HostRoot.NameOf(node)), cancellationToken);
        return failure is null ? new SocketConnection(socket) : throw failure;
    }

    private static async ValueTask<RuntimeException?> ConnectAsync(Socket socket, EndPoint end, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(ConnectLimit, TimeProvider.System, cancellationToken);
        try
        {
            await socket.ConnectAsync(end, limit.Token);
            return null;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            return error.SocketErrorCode is SocketError.AccessDenied
                ? new(RuntimeError.AccessDenied, "The socket may not be used.", error)
                : new(RuntimeError.Unreachable, "Nobody listens there.", error);
        }
        catch (OperationCanceledException error) when (limit.HasPassed)
        {
            socket.Dispose();
            return new(RuntimeError.Unreachable, "It does not answer.", error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<DuplexStream> DialInsideAsync(HostContainer host, int port, CancellationToken cancellationToken)
    {
        List<IPAddress> addresses = [IPAddress.Loopback, IPAddress.IPv6Loopback];
        if (IPAddress.TryParse(info.Address, out var own))
        {
            addresses.Add(own);
        }

        RuntimeException? failure = null;
        foreach (var address in addresses)
        {
            Socket socket;
            try
            {
                socket = await HostNetwork.OpenSocketAsync(host.Pid, address.AddressFamily);
            }
            catch (SocketException error)
            {
                // No IPv6 in there.
                failure ??= new(RuntimeError.Unreachable, "Nobody listens there.", error);
                continue;
            }

            if (await ConnectAsync(socket, new IPEndPoint(address, port), cancellationToken) is not { } refusal)
            {
                return new SocketConnection(socket);
            }

            failure ??= refusal;
        }

        throw failure!;
    }

    private RemotePath Whole(RemotePath path) => path.IsAbsolute ? path : info.Home.Append(path);

    // Null where the container has no address, or it leads nowhere, or what listens does so on the container's loopback alone.
    private async ValueTask<DuplexStream?> TryDialAsync(int port, CancellationToken cancellationToken)
    {
        if (!IPAddress.TryParse(info.Address, out var address))
        {
            return null;
        }

        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        return await ConnectAsync(socket, new IPEndPoint(address, port), cancellationToken) is null ? new SocketConnection(socket) : null;
    }
}
