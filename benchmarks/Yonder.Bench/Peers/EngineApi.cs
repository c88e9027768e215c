using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Yonder.Bench.Harness;

namespace Yonder.Bench.Peers;

/// <summary>A container engine's own calls, as bare as they can be made: what the Docker driver is measured against.</summary>
internal sealed class EngineApi : IDisposable
{
    private readonly string _socket;
    private readonly HttpClient _http;

    public EngineApi(string socket)
    {
        _socket = socket;
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (_, token) => new NetworkStream(await ConnectAsync(token), ownsSocket: true) })
        {
            BaseAddress = new Uri("http://engine/"),
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    /// <summary>Makes and starts a container that waits.</summary>
    public async Task<string> CreateAsync(string image, CancellationToken cancellationToken)
    {
        var body = new { Image = image, Cmd = (string[])["sleep", "100000"], HostConfig = new { Init = true } };
        var id = await PostForIdAsync("containers/create", body, cancellationToken);
        using var started = await _http.PostAsync(new Uri($"containers/{id}/start", UriKind.Relative), content: null, cancellationToken);
        started.EnsureSuccessStatusCode();
        return id;
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        using var deleted = await _http.DeleteAsync(new Uri($"containers/{id}?force=1&v=1", UriKind.Relative), cancellationToken);
        deleted.EnsureSuccessStatusCode();
    }

    /// <summary>Runs a command to its end: create, start over an upgraded connection, ask for the exit code.</summary>
    public async Task RunAsync(string id, CancellationToken cancellationToken, params string[] command)
    {
        var exec = await PostForIdAsync($"containers/{id}/exec", new { AttachStdin = true, AttachStdout = true, AttachStderr = true, Cmd = command }, cancellationToken);
        using (var socket = await UpgradeAsync(exec, isTerminal: false, cancellationToken))
        {
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer, cancellationToken) > 0)
            {
                // To the end.
            }
        }

        using var inspected = await _http.GetAsync(new Uri($"exec/{exec}/json", UriKind.Relative), cancellationToken);
        inspected.EnsureSuccessStatusCode();
    }

    /// <summary>Opens a shell with a terminal.</summary>
    public async Task<ITerminalPeer> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var body = new { AttachStdin = true, AttachStdout = true, AttachStderr = true, Tty = true, Cmd = (string[])["sh"], Env = (string[])["TERM=xterm-256color"] };
        var exec = await PostForIdAsync($"containers/{id}/exec", body, cancellationToken);
        return new RawSocketTerminal(await UpgradeAsync(exec, isTerminal: true, cancellationToken));
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> PostForIdAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(path, body, cancellationToken);
        using var json = await JsonDocument.ParseAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        return json.RootElement.GetProperty("Id").GetString()!; // Always there in a successful answer.
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancellationToken);
        return socket;
    }

    private async Task<Socket> UpgradeAsync(string exec, bool isTerminal, CancellationToken cancellationToken)
    {
        var socket = await ConnectAsync(cancellationToken);
        var body = $"{{\"Detach\":false,\"Tty\":{(isTerminal ? "true" : "false")}}}";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /exec/{exec}/start HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"), cancellationToken);
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await socket.ReceiveAsync(one, cancellationToken) is 0)
            {
                throw new InvalidOperationException($"The engine answered: {head}");
            }

            head.Append((char)one[0]);
        }

        return socket;
    }
}
