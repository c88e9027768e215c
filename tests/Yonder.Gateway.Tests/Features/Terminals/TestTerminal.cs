using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Yonder.Protocol.Terminals;

namespace Yonder.Gateway.Tests.Features.Terminals;

/// <summary>A client of the terminal socket that only reads when it is told to.</summary>
public sealed class TestTerminal : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket;
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly MemoryStream _received = new();
    private readonly List<(WebSocketMessageType Kind, byte[] Data)> _frames = [];

    private TestTerminal(ClientWebSocket socket) => _socket = socket;

    /// <summary>Gets how many bytes have been received.</summary>
    public long Count => _received.Length;

    public string Session => Header(TerminalSocket.SessionHeader) ?? "";

    public long FirstOffset => long.Parse(Header(TerminalSocket.OffsetHeader) ?? "-1", CultureInfo.InvariantCulture);

    /// <summary>Gets everything received so far, raw.</summary>
    public byte[] Received => _received.ToArray();

    public string Text => Encoding.UTF8.GetString(_received.GetBuffer(), 0, (int)_received.Length);

    public string? SubProtocol => _socket.SubProtocol;

    /// <summary>Gets the frames received so far.</summary>
    public IReadOnlyList<(WebSocketMessageType Kind, byte[] Data)> Frames => _frames;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public static async Task<TestTerminal> ConnectAsync(Uri address, string? subProtocol, string? token)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (subProtocol is not null)
        {
            foreach (var name in subProtocol.Split(','))
            {
                socket.Options.AddSubProtocol(name);
            }
        }

        if (token is not null)
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        }

        using var limit = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(address, limit.Token);
        return new TestTerminal(socket);
    }

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Binary) => SendAsync(Encoding.UTF8.GetBytes(text), type);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary)
    {
        using var limit = new CancellationTokenSource(Patience);
        await _socket.SendAsync(bytes, type, endOfMessage: true, limit.Token);
    }

    /// <summary>Reads one frame; false once the server has closed.</summary>
    public async Task<bool> ReadFrameAsync(CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var start = _received.Length;
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(), limit.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"Nothing more came; received: {Tail}", exception);
            }

            if (part.MessageType is WebSocketMessageType.Close)
            {
                return false;
            }

            await _received.WriteAsync(_buffer.AsMemory(0, part.Count), CancellationToken.None);
            if (part.EndOfMessage)
            {
                _frames.Add((part.MessageType, _received.GetBuffer().AsSpan((int)start, (int)(_received.Length - start)).ToArray()));
                return true;
            }
        }
    }

    /// <summary>Reads until everything received contains <paramref name="text"/>.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        var wanted = Encoding.UTF8.GetBytes(text);
        var from = 0;
        while (_received.GetBuffer().AsSpan(from, (int)_received.Length - from).IndexOf(wanted) < 0)
        {
            from = Math.Max(0, (int)_received.Length - wanted.Length);
            (await ReadFrameAsync(limit.Token)).ShouldBeTrue($"closed ({CloseStatus}: {CloseReason}) before '{text}' came; received: {Tail}");
        }

        return Text;
    }

    /// <summary>Reads to the close, and answers it.</summary>
    public async Task<string> ReadToEndAsync()
    {
        while (await ReadFrameAsync())
        {
        }

        await CloseAsync();
        return Text;
    }

    /// <summary>Reads JSON frames until one of this type has come, and returns it.</summary>
    public async Task<JsonElement> ReadJsonAsync(string type)
    {
        // For all frames together: heartbeats go on coming however long the wanted one does not.
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            (await ReadFrameAsync(limit.Token)).ShouldBeTrue($"closed ({CloseStatus}: {CloseReason}) before a frame '{type}' came; received: {Tail}");
            var frame = JsonDocument.Parse(Frames[^1].Data).RootElement;
            if (frame.GetProperty("type").ValueEquals(type))
            {
                return frame;
            }
        }
    }

    /// <summary>Reads JSON output until all of it contains <paramref name="text"/>.</summary>
    public async Task<string> ReadJsonOutputUntilAsync(string text)
    {
        var output = "";
        while (!output.Contains(text, StringComparison.Ordinal))
        {
            output += (await ReadJsonAsync("output")).GetProperty("data").GetString();
        }

        return output;
    }

    public async Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure)
    {
        using var limit = new CancellationTokenSource(Patience);
        await _socket.CloseAsync(status, "", limit.Token);
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _received.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Tail => Text.Length <= 2000 ? Text : Text[^2000..];

    private string? Header(string name) => _socket.HttpResponseHeaders?.TryGetValue(name, out var values) is true ? values.First() : null;
}
