using System.Net;
using System.Net.Sockets;
using Yonder.Gateway.Platform.Auth;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.PortForwards.Tunnels;

/// <summary>Listens on a local port and carries each connection to the forward's port. Disposing ends the listener and every connection.</summary>
internal sealed class TcpTunnel : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly PortDialer _dialer;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _connections = [];
    private Task _accepting = Task.CompletedTask;

    private TcpTunnel(Socket listener, PortDialer dialer, int connections, ILogger logger)
    {
        _listener = listener;
        _dialer = dialer;
        _logger = logger;
        _places = new SemaphoreSlim(connections);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port; // a bound socket has one
    }

    public int Port { get; }

    /// <summary>Takes the port, for good: there is no moment between choosing and holding it in which somebody else could.</summary>
    /// <exception cref="RuntimeException">The port is taken, or not for us.</exception>
    public static TcpTunnel Bind(int port, PortDialer dialer, PortForwardsOptions options, ILogger logger)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen();
            return new TcpTunnel(listener, dialer, options.ConnectionsPerListener, logger);
        }
        catch (SocketException failure)
        {
            listener.Dispose();
            throw failure.SocketErrorCode is SocketError.AddressAlreadyInUse
                ? new RuntimeException(RuntimeError.AlreadyExists, $"The local port {port} is taken: choose another, or 0 for any.", failure)
                : new RuntimeException(RuntimeError.AccessDenied, $"The gateway may not listen on port {port}.", failure);
        }
    }

    public void Start(PortForwardRecord forward) => _accepting = AcceptAsync(forward);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Task[] open;
        lock (_gate)
        {
            open = [.. _connections];
        }

        await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _places.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync(PortForwardRecord forward)
    {
        while (true)
        {
            await _places.WaitAsync(_stopping.Token);
            var socket = await _listener.AcceptAsync(_stopping.Token);
            Own(CarryAsync(socket, forward));
        }
    }

    private void Own(Task connection)
    {
        lock (_gate)
        {
            _connections.RemoveWhere(task => task.IsCompleted);
            _connections.Add(connection);
        }
    }

    private async Task CarryAsync(Socket socket, PortForwardRecord forward)
    {
        try
        {
            await using var local = new NetworkStream(socket, ownsSocket: true);
            if (!SocketOwner.IsOwnUser(socket))
            {
                // A port on loopback is open to every user of the machine; the container is not.
                PortForwardsLog.ForeignUser(_logger, forward.Id);
                return;
            }

            socket.NoDelay = true;
            await using var port = await _dialer.DialAsync(forward, _stopping.Token);
            await DuplexPump.RunAsync(local, () => EndAsync(socket), port.Stream, () => port.Stream.CompleteWritesAsync(_stopping.Token), _stopping.Token);
        }
        catch (Exception failure) when (failure is RuntimeException or IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closing the connection is all that TCP lets us say.
            PortForwardsLog.ConnectionEnded(_logger, forward.Id, failure);
        }
        finally
        {
            _places.Release();
        }
    }

    private static ValueTask EndAsync(Socket socket)
    {
        socket.Shutdown(SocketShutdown.Send);
        return ValueTask.CompletedTask;
    }
}
