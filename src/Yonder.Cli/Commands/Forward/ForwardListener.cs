using System.Net;
using System.Net.Sockets;
using Yonder.Client;

namespace Yonder.Cli.Commands.Forward;

/// <summary>Accepts connections here and carries each to the container.</summary>
internal sealed class ForwardListener : IAsyncDisposable
{
    /// <summary>A browser opens six to a page; more wait in the kernel's queue.</summary>
    private const int MaxConnections = 256;

    /// <summary>A client that has said all it has to say may still wait for the answer; a socket to the gateway cannot tell that from one that has gone.</summary>
    private static readonly TimeSpan AfterHalfClose = TimeSpan.FromMinutes(1);

    private readonly CliContext _context;
    private readonly string _forwardId;
    private readonly TcpListener _listener;
    private readonly SemaphoreSlim _free = new(MaxConnections);

    public ForwardListener(CliContext context, string forwardId, IPEndPoint local)
    {
        _context = context;
        _forwardId = forwardId;
        _listener = new TcpListener(local);
        try
        {
            _listener.Start();
        }
        catch (SocketException exception)
        {
            throw new CliException(Output.ExitCodes.Failed, "port_taken", $"{local} cannot be listened on: {exception.Message}. Name another local port.");
        }
    }

    public EndPoint Address => _listener.LocalEndpoint;

    /// <summary>Runs until the command is cancelled, and then ends the connections that are open.</summary>
    public async Task RunAsync()
    {
        var connections = new HashSet<Task>();
        try
        {
            while (true)
            {
                await _free.WaitAsync(_context.CancellationToken);
                var socket = await _listener.AcceptSocketAsync(_context.CancellationToken);
                connections.RemoveWhere(static connection => connection.IsCompleted);
                connections.Add(CarryAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _free.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task CarryAsync(Socket socket)
    {
        socket.NoDelay = true;
        try
        {
            await using var near = new NetworkStream(socket, ownsSocket: true);
            await using var far = await _context.Client.PortForwards.DialAsync(_forwardId, _context.CancellationToken);
            var up = near.CopyToAsync(far, _context.CancellationToken);
            var down = far.CopyToAsync(near, _context.CancellationToken);
            if (await Task.WhenAny(up, down) == up)
            {
                await up;
                await down.WaitAsync(AfterHalfClose, TimeProvider.System, _context.CancellationToken);
            }
        }
        catch (Exception exception) when (exception is YonderException or IOException or OperationCanceledException or TimeoutException or System.Net.WebSockets.WebSocketException)
        {
            if (exception is YonderException failure)
            {
                _context.Output.Note("yonder: " + failure.Message);
            }
        }
        finally
        {
            _free.Release();
        }
    }
}
