using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Yonder.Gateway.Tests.Scenes;

/// <summary>A Python process at the other end of a scene connection.</summary>
internal sealed class PythonPeer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Channel<JsonNode> _said = Channel.CreateUnbounded<JsonNode>();
    private readonly Task _reading;

    private PythonPeer(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Scenes", "peer.py"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("Python did not start.");
        _reading = ReadAsync();
    }

    public static PythonPeer Client(Uri server) => new("client", server.ToString());

    public static async Task<(PythonPeer Peer, Uri Uri)> ServerAsync()
    {
        var peer = new PythonPeer("server");
        var port = (await peer.NextAsync())["port"]!.GetValue<int>();
        return (peer, new Uri($"ws://127.0.0.1:{port}"));
    }

    public Task SendAsync(JsonObject message) => TellAsync(new JsonObject { ["send"] = message });

    public Task SendAsync(string type, JsonNode? value = null) => SendAsync(new JsonObject { ["etype"] = type, ["value"] = value });

    public Task SendHexAsync(string hex) => TellAsync(new JsonObject { ["hex"] = hex });

    public Task SendTextAsync(string text) => TellAsync(new JsonObject { ["text"] = text });

    public Task CloseAsync() => TellAsync(new JsonObject { ["close"] = true });

    /// <summary>The next message that it received.</summary>
    public async Task<JsonNode> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _said.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The next message of a type, passing over others.</summary>
    public async Task<JsonNode> NextAsync(string type)
    {
        while (true)
        {
            var message = await NextAsync();
            if (string.Equals((string?)message["etype"], type, StringComparison.Ordinal))
            {
                return message;
            }
        }
    }

    public async Task<int> ClosedAsync()
    {
        while (true)
        {
            if ((await NextAsync())["closed"] is { } code)
            {
                return code.GetValue<int>();
            }
        }
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task TellAsync(JsonObject command)
    {
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _said.Writer.TryWrite(JsonNode.Parse(line) ?? throw new JsonException(line));
        }

        _said.Writer.TryComplete();
    }
}
