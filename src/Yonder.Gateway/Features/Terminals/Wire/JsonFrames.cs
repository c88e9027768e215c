using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using Yonder.Protocol;
using Yonder.Protocol.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Writes JSON frames to one socket, one after another, whoever they come from.</summary>
internal sealed class JsonFrames(WebSocket socket) : IDisposable
{
    // Escape sequences are most of a terminal's output: only what JSON itself demands is escaped, and bytes that are not UTF-8 are replaced.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly byte[] Pong = """{"type":"pong"}"""u8.ToArray();

    private readonly SemaphoreSlim _turn = new(1);
    private readonly PooledBuffer _buffer = new();
    private bool _owesPong;

    public async ValueTask SendAsync(TerminalFrame frame, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using (var writer = new Utf8JsonWriter(_buffer, Options))
            {
                JsonSerializer.Serialize(writer, frame, RexecJson.Default.TerminalFrame);
            }

            await FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask SendOutputAsync(ReadOnlyMemory<byte> data, long? offset, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            WriteOutput(data.Span, offset);
            await FlushAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Answers a ping without ever waiting for output that is held back: then whoever is sending answers after it.</summary>
    public async ValueTask AnswerPingAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _owesPong, true);
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            await PayPongAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _buffer.Dispose();
    }

    private void WriteOutput(ReadOnlySpan<byte> data, long? offset)
    {
        using var writer = new Utf8JsonWriter(_buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "output"u8);
        writer.WriteString("data"u8, data);
        if (offset is { } known)
        {
            writer.WriteNumber("offset"u8, known);
        }

        writer.WriteEndObject();
    }

    private async ValueTask PayPongAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _owesPong, value: false))
        {
            await socket.SendAsync(Pong, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(_buffer.Content, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            await PayPongAsync(cancellationToken);
        }
        finally
        {
            _buffer.Clear();
        }
    }
}
