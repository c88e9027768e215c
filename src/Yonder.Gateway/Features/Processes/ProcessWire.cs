using System.Net.WebSockets;
using System.Text.Json;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Protocol.Processes;

namespace Yonder.Gateway.Features.Processes;

/// <summary>The messages of the process socket. Several may send; one receives.</summary>
internal sealed class ProcessWire(WebSocket socket) : IDisposable
{
    /// <summary>Clients size their buffers by this.</summary>
    public const int MaxPayload = 64 * 1024;

    /// <summary>Room for the longest command line that Linux takes in practice.</summary>
    private const int MaxMessage = 2 * 1024 * 1024;

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>Receives the first message; <see langword="null"/>, with the reason sent, when it is no request.</summary>
    public async Task<ExecRequest?> ReceiveRequestAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await ReceiveAsync(cancellationToken) is { Type: WebSocketMessageType.Text } message
                && JsonSerializer.Deserialize(message.Bytes.Span, RexecJson.Default.ExecRequest) is { } request)
            {
                return request;
            }
        }
        catch (JsonException)
        {
            // Answered below, like everything else that is no request.
        }

        await FailAsync(new Problem(StatusCodes.Status400BadRequest, "invalid_request", "The first message says what to run: {\"command\": [\"ls\", \"-l\"]}."), cancellationToken);
        return null;
    }

    /// <summary>Receives one whole message; <see langword="null"/> when the client has gone or says too much.</summary>
    public async Task<(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes)?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult received;
            try
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            }
            catch (WebSocketException)
            {
                return null;
            }

            length += received.Count;
            if (received.MessageType is WebSocketMessageType.Close || length >= MaxMessage)
            {
                return null;
            }

            if (received.EndOfMessage)
            {
                return (received.MessageType, buffer.AsMemory(0, length));
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, length * 4);
            }
        }
    }

    public void Dispose() => _sending.Dispose();

    public Task SendAsync(ProcessFrame frame, CancellationToken cancellationToken)
        => SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame, RexecJson.Default.ProcessFrame), WebSocketMessageType.Text, cancellationToken);

    public async Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, type, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task FailAsync(Problem problem, CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open)
        {
            await SendAsync(new ProcessFrame(ProcessFrame.Failed) { Message = problem.Message, Code = problem.Code, Status = problem.Status }, cancellationToken);
            await CloseAsync(TimeProvider.System);
        }
    }

    /// <summary>Says goodbye and waits a little for the answer, so that the last message is not lost with the connection.</summary>
    public async Task CloseAsync(TimeProvider time)
    {
        using var limit = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone already.
        }
    }
}
