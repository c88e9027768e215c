using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Yonder.Client.Http;
using Yonder.Protocol;
using Yonder.Protocol.Processes;

namespace Yonder.Client.Processes;

/// <summary>A running command. Its outputs come as one sequence, in order; a reader that stops makes the process wait. Disposing kills what still runs.</summary>
/// <example>
/// <code>
/// await using var process = await client.Processes.StartAsync(id, new() { Command = ["tar", "-xf", "-"] });
/// await process.WriteAsync(archive);
/// await process.EndInputAsync();
/// await foreach (var output in process.ReadOutputAsync())
///     (output.IsError ? stderr : stdout).Write(output.Bytes.Span);
/// return process.ExitCode;
/// </code>
/// </example>
public sealed class RemoteProcess : IAsyncDisposable
{
    private const int MessageSize = 64 * 1024;

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly GatewayHttp _http;
    private readonly UpgradedSocket _socket;

    /// <summary>A socket takes one send at a time.</summary>
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>A message that the gateway sends fits: it is sized like this on both ends.</summary>
    private readonly byte[] _received = new byte[MessageSize + 1];

    internal RemoteProcess(GatewayHttp http, UpgradedSocket socket)
    {
        _http = http;
        _socket = socket;
    }

    /// <summary>Gets the exit code (128 + n when signal n ended it), once the output was read to its end; <see langword="null"/> before.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Reads what the process writes until it has ended and everything was read.</summary>
    /// <exception cref="YonderConnectionException">The connection broke; the gateway kills the process then.</exception>
    public async IAsyncEnumerable<ProcessOutput> ReadOutputAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (ExitCode is null)
        {
            var (type, length) = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
            if (type is WebSocketMessageType.Binary)
            {
                yield return new ProcessOutput(_received[0] is ProcessChannel.Error, _received.AsMemory(1, length - 1));
            }
            else
            {
                Take(_received.AsSpan(0, length));
            }
        }
    }

    /// <summary>Reads and throws away what is left of the output, and returns the exit code.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var output in ReadOutputAsync(cancellationToken).ConfigureAwait(false))
        {
            _ = output;
        }

        return ExitCode.GetValueOrDefault();
    }

    /// <summary>Writes to the process's standard input; waits while the process does not read.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        var message = ArrayPool<byte>.Shared.Rent(MessageSize + 1);
        try
        {
            message[0] = ProcessChannel.Input;
            for (; !bytes.IsEmpty; bytes = bytes[Math.Min(MessageSize, bytes.Length)..])
            {
                var part = bytes[..Math.Min(MessageSize, bytes.Length)];
                part.CopyTo(message.AsMemory(1));
                await SendAsync(message.AsMemory(0, part.Length + 1), WebSocketMessageType.Binary, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    /// <summary>Closes the process's standard input: it reads end of file.</summary>
    public Task EndInputAsync(CancellationToken cancellationToken = default)
        => SendAsync(new[] { ProcessChannel.Input }, WebSocketMessageType.Binary, cancellationToken);

    /// <summary>Sends a signal to the process, by its Linux number: 2 is Ctrl-C, 15 asks it to end, 9 ends it.</summary>
    public Task SignalAsync(int signal, CancellationToken cancellationToken = default)
        => SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(new ProcessFrame(ProcessFrame.Kill) { Signal = signal }, RexecJson.Default.ProcessFrame), WebSocketMessageType.Text, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_socket.Socket.State is WebSocketState.Open)
        {
            using var limit = _http.Limit(CloseTimeout, CancellationToken.None);
            try
            {
                await _socket.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
            {
                // The gateway notices the closed connection as well, and kills the process.
            }
        }

        _socket.Dispose();
        _sending.Dispose();
    }

    internal async Task WaitStartedAsync(CancellationToken cancellationToken)
    {
        WebSocketMessageType type;
        do
        {
            (type, var length) = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
            if (type is WebSocketMessageType.Text && Take(_received.AsSpan(0, length)) is ProcessFrame.Started)
            {
                return;
            }
        }
        while (type is WebSocketMessageType.Text);

        throw new YonderConnectionException("The gateway sent output of a process that it did not say was started.");
    }

    private string Take(ReadOnlySpan<byte> text)
    {
        var frame = JsonSerializer.Deserialize(text, RexecJson.Default.ProcessFrame) ?? throw new YonderConnectionException("The gateway sent an empty message.");
        if (frame.Type is ProcessFrame.Failed)
        {
            throw new YonderApiException((HttpStatusCode)(frame.Status ?? 500), frame.Code, frame.Message ?? "The process failed.");
        }

        ExitCode = frame.Type is ProcessFrame.Exited ? frame.ExitCode ?? 0 : ExitCode;
        return frame.Type;
    }

    private async ValueTask<(WebSocketMessageType Type, int Length)> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var length = 0;
            while (true)
            {
                var received = await _socket.Socket.ReceiveAsync(_received.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += received.Count;
                if (received.MessageType is WebSocketMessageType.Close)
                {
                    throw new YonderConnectionException($"The gateway closed the connection to the process: {_socket.Socket.CloseStatusDescription ?? "no reason given"}.");
                }

                if (received.EndOfMessage && length > 0)
                {
                    return (received.MessageType, length);
                }

                if (length == _received.Length)
                {
                    throw new YonderConnectionException("The gateway sent a message that is too long.");
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            throw _http.Translate(exception);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _socket.Socket.SendAsync(message, type, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException)
        {
            throw _http.Translate(exception);
        }
        finally
        {
            _sending.Release();
        }
    }
}
