using System.Net.Sockets;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>A socket that answers every request with the same bytes, whatever they are, and closes.</summary>
internal sealed class GarbageEngine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("yonder-garbage-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <summary>Starts listening.</summary>
    /// <param name="answers">What is sent for each request, by its first line.</param>
    public GarbageEngine(Func<string, byte[]> answers)
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "s")));
        _listener.Listen();
        _serving = ServeAsync(answers);
    }

    public string Host => $"unix://{_folder.FullName}/s";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ServeAsync(Func<string, byte[]> answers)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptAsync(_stop.Token);
                var request = new byte[16 << 10];
                var count = await connection.ReceiveAsync(request, _stop.Token);
                await connection.SendAsync(answers(System.Text.Encoding.ASCII.GetString(request, 0, count).Split("\r\n")[0]), _stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The test is over, or the client has hung up on what it was sent.
        }
    }
}
