using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Yonder.Gateway.Platform.Hosting;

/// <summary>The bound sockets of a <see cref="ListenAddress"/>, all on one port, taken before the server starts so that a port in use is found out at once.</summary>
internal sealed class ListenSockets : IDisposable
{
    // A port that is free on one loopback is nearly always free on the other; a few tries make it certain.
    private const int Attempts = 20;

    // What the kernel holds while we are busy; it cuts this to its own limit (net.core.somaxconn).
    private const int Backlog = 4096;

    private readonly List<Socket> _sockets;

    private ListenSockets(List<Socket> sockets, string shownHost)
    {
        _sockets = sockets;
        Port = EndPoints[0].Port;
        ShownHost = shownHost;
    }

    public int Port { get; }

    public string ShownHost { get; }

    public IReadOnlyList<IPEndPoint> EndPoints => [.. _sockets.Select(socket => (IPEndPoint)socket.LocalEndPoint!)];

    /// <summary>Binds all addresses to one port.</summary>
    /// <exception cref="StartException">The port is in use or may not be used.</exception>
    public static ListenSockets Bind(ListenAddress address)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (TryBind(address, out var sockets, out var failure))
            {
                return new ListenSockets(sockets, address.ShownHost);
            }

            if (address.Port is not 0 || attempt == Attempts)
            {
                throw new StartException(Explain(address, failure), failure);
            }
        }
    }

    /// <summary>Gives Kestrel the socket that is bound to <paramref name="endPoint"/>; from then on it is Kestrel's.</summary>
    public Socket Take(EndPoint endPoint)
    {
        var index = _sockets.FindIndex(socket => socket.LocalEndPoint!.Equals(endPoint));
        var socket = _sockets[index];
        _sockets.RemoveAt(index);
        return socket;
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private static bool TryBind(ListenAddress address, out List<Socket> sockets, [NotNullWhen(false)] out SocketException? failure)
    {
        sockets = [];
        failure = null;
        foreach (var ip in address.Addresses)
        {
            var port = sockets.Count > 0 ? ((IPEndPoint)sockets[0].LocalEndPoint!).Port : address.Port;
            try
            {
                sockets.Add(BindOne(new IPEndPoint(ip, port)));
            }
            catch (SocketException exception) when (sockets.Count > 0 && IsAbsent(exception))
            {
                // A machine without IPv6 serves IPv4 alone.
            }
            catch (SocketException exception)
            {
                sockets.ForEach(socket => socket.Dispose());
                failure = exception;
                return false;
            }
        }

        return true;
    }

    private static Socket BindOne(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endPoint.AddressFamily is AddressFamily.InterNetworkV6)
            {
                // IPv4 has a socket of its own.
                socket.DualMode = false;
            }

            socket.Bind(endPoint);

            // Only listening makes the port ours: two sockets may be bound to one port as long as neither listens.
            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsAbsent(SocketException exception)
        => exception.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.ProtocolNotSupported;

    private static string Explain(ListenAddress address, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"Port {address.Port} is in use. Stop the program that has it, or choose another with --listen (port 0 picks a free one).",
        SocketError.AccessDenied => $"Port {address.Port} needs privileges that this user does not have. Choose one above 1023 with --listen.",
        SocketError.AddressNotAvailable => $"{address.Addresses[0]} is not an address of this machine.",
        _ => $"Cannot listen on {address.Addresses[0]} port {address.Port}: {failure.Message}",
    };
}
