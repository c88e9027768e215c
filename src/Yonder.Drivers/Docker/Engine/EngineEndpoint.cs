using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>Where an engine listens, and how to connect to it.</summary>
/// <param name="Address"><c>unix:///path</c> or <c>tcp://host:port</c>.</param>
/// <param name="Tls">How TCP is protected; <see langword="null"/> when it is not.</param>
internal sealed record EngineEndpoint(Uri Address, SslClientAuthenticationOptions? Tls = null)
{
    /// <summary>Gets the socket's path; <see langword="null"/> for TCP.</summary>
    public string? SocketPath => Address.Scheme is "unix" ? Address.AbsolutePath : null;

    public override string ToString() => SocketPath is { } path ? $"unix://{path}" : $"tcp://{Address.Authority}";

    /// <summary>Connects; the stream is a <see cref="NetworkStream"/> or, with TLS, an <see cref="SslStream"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = SocketPath is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (SocketPath is { } path)
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                return new UnixStream(socket);
            }

            KeepAlive(socket);
            await socket.ConnectAsync(Address.Host, Address.Port, cancellationToken);
            return Tls is null ? new NetworkStream(socket, ownsSocket: true) : await ProtectAsync(socket, Tls, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // An exec may be silent for days: only the kernel can tell that the engine's host is dead.
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 5);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
    }

    private async ValueTask<Stream> ProtectAsync(Socket socket, SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await stream.AuthenticateAsClientAsync(options, cancellationToken);
            return stream;
        }
        catch (Exception error) when (error is System.Security.Authentication.AuthenticationException)
        {
            await stream.DisposeAsync();
            throw new RuntimeException(RuntimeError.AccessDenied, string.Create(CultureInfo.InvariantCulture, $"TLS with {this} failed: {error.Message}"), error);
        }
    }
}
