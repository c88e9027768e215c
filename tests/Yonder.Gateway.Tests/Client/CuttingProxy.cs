using System.Net;
using System.Net.Sockets;

namespace Yonder.Gateway.Tests.Client;

/// <summary>Passes TCP connections on and cuts them, like a network that fails.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;
    private readonly Func<long, bool> _cutAfter;
    private readonly Task _accepting;

    /// <summary>Starts passing connections on.</summary>
    /// <param name="target">Where connections go.</param>
    /// <param name="cutAfter">Asked after each piece passed to the client, with the bytes that its connection has brought; true cuts it.</param>
    public CuttingProxy(Uri target, Func<long, bool> cutAfter)
    {
        (_target, _cutAfter) = (target, cutAfter);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(PassAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(Socket near)
    {
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (near)
        {
            await far.ConnectAsync(_target.Host, _target.Port, _stop.Token);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var up = CopyAsync(near, far, static _ => false, ended.Token);
            var down = CopyAsync(far, near, _cutAfter, ended.Token);
            await Task.WhenAny(up, down);
            await ended.CancelAsync();
            await Task.WhenAll(up, down).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CopyAsync(Socket source, Socket target, Func<long, bool> isCut, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        long passed = 0;
        for (int count; (count = await source.ReceiveAsync(buffer, cancellationToken)) > 0;)
        {
            await target.SendAsync(buffer.AsMemory(0, count), cancellationToken);
            if (isCut(passed += count))
            {
                Cuts++;
                return;
            }
        }
    }
}
