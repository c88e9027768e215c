using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Yonder.TestKit.Docker;

/// <summary>A real container engine of the tests' own, in a folder of its own, on a unix socket.</summary>
/// <remarks>A small shell owns it and removes all traces when this process is gone, however that happens.</remarks>
public abstract partial class EngineServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process _owner;
    private readonly HttpClient _http;

    private protected EngineServer(string folder, Process owner)
    {
        (Socket, _owner) = (Path.Combine(folder, "engine.sock"), owner);
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, token) => ConnectAsync(token), UseProxy = false }) { BaseAddress = new Uri("http://engine/") };
    }

    /// <summary>Gets the address, as in <c>DOCKER_HOST</c>.</summary>
    public string Host => $"unix://{Socket}";

    /// <summary>Gets the socket's path.</summary>
    public string Socket { get; }

    /// <summary>Kills the engine, as a crash does. Containers may go on.</summary>
    public Task KillAsync() => OrderAsync("kill", isRunning: false);

    /// <summary>Starts the engine again.</summary>
    public Task StartAgainAsync() => OrderAsync("start", isRunning: true);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _owner.StandardInput.Close();
        await _owner.WaitForExitAsync().WaitAsync(StartLimit, TimeProvider.System);
        _owner.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static Process Own(string script, string folder, params ReadOnlySpan<string> arguments)
        => Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script, "sh", folder, .. arguments]) { RedirectStandardInput = true, UseShellExecute = false })!;

    private protected async Task ReadyAsync()
    {
        await WaitAsync(isRunning: true);
        var import = await PostAsync("images/create?fromSrc=-&repo=yonder-test/import&tag=1", new ImageContent());
        var id = Digest().Match(import).Value;
        foreach (var reference in (string[])[BusyboxImage.Reference, BusyboxImage.Ubuntu])
        {
            var parts = reference.Split(':');
            await PostAsync($"images/{id}/tag?repo={Uri.EscapeDataString(parts[0])}&tag={parts[1]}", content: null);
        }
    }

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task OrderAsync(string order, bool isRunning)
    {
        await _owner.StandardInput.WriteLineAsync(order);
        await _owner.StandardInput.FlushAsync();
        await WaitAsync(isRunning);
    }

    private async Task WaitAsync(bool isRunning)
    {
        for (var since = Stopwatch.GetTimestamp(); await AnswersAsync() != isRunning;)
        {
            _owner.HasExited.ShouldBeFalse("the engine could not be started");
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(StartLimit, "the engine does not answer");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("_ping", UriKind.Relative));
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> PostAsync(string path, HttpContent? content)
    {
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"{path}: {text}"));
        return text;
    }

    [GeneratedRegex("sha256:[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();

    private sealed class ImageContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => BusyboxImage.WriteAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
