using System.Globalization;
using System.Net.WebSockets;
using Yonder.Protocol.Terminals;

namespace Yonder.Client.Terminals;

/// <summary>Brings the terminal's bytes into a buffer, over as many connections as it takes.</summary>
internal sealed class TerminalReader(TerminalLink link) : IAsyncDisposable
{
    /// <summary>The gateway coalesces what is there up to this much.</summary>
    private const int BufferSize = 64 * 1024;

    /// <summary>Only an original Rexec server sends text; its frames are far smaller.</summary>
    private const int MaxTextLength = 4 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly MemoryStream _text = new();

    /// <summary>A receive outlives a cancelled read: cancelling it would break the socket.</summary>
    private Task? _pending;

    /// <summary>Gets what was received and not read yet.</summary>
    public ReadOnlyMemory<byte> Unread { get; private set; }

    public bool IsEnded { get; private set; }

    public int? ExitCode { get; private set; }

    /// <summary>Waits until there is something unread, or the terminal has ended.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        while (Unread.IsEmpty && !IsEnded)
        {
            _pending ??= ReceiveAsync(link.Closed);
            await _pending.WaitAsync(cancellationToken).ConfigureAwait(false);
            _pending = null;
        }
    }

    public void Consume(int count) => Unread = Unread[count..];

    /// <summary>Waits for the last receive once the link is closed; how it failed then is of no interest.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_pending is { } pending)
        {
            await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _text.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReceiveAsync(CancellationToken closed)
    {
        var connection = link.Current;
        while (true)
        {
            Exception? cause = null;
            try
            {
                var received = await connection.Socket.ReceiveAsync(_buffer.AsMemory(), closed).ConfigureAwait(false);
                if (received.MessageType is not WebSocketMessageType.Close)
                {
                    if (Take(received))
                    {
                        return;
                    }

                    continue;
                }

                if (Ends(connection.Socket))
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException && !closed.IsCancellationRequested)
            {
                cause = exception;
            }

            _text.SetLength(0);
            connection = await link.ReconnectAsync(connection, cause, closed).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a piece of a message; true when it brought something to read or the end.</summary>
    private bool Take(ValueWebSocketReceiveResult received)
    {
        if (received.MessageType is WebSocketMessageType.Binary)
        {
            var skip = link.Advance(received.Count);
            Unread = _buffer.AsMemory(skip, received.Count - skip);
            return !Unread.IsEmpty;
        }

        if (_text.Length + received.Count > MaxTextLength)
        {
            throw new YonderConnectionException($"The server sent a text message of more than {MaxTextLength} bytes.");
        }

        _text.Write(_buffer.AsSpan(0, received.Count));
        if (!received.EndOfMessage)
        {
            return false;
        }

        var frame = TerminalTextFrame.Parse(_text.GetBuffer().AsMemory(0, (int)_text.Length));
        _text.SetLength(0);
        (ExitCode, IsEnded) = (frame.ExitCode ?? ExitCode, IsEnded || frame.IsEnd);
        link.Advance(frame.Output.Length);
        Unread = frame.Output;
        return IsEnded || !Unread.IsEmpty;
    }

    private static int? Number(string reason, string prefix)
        => reason.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(reason.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;

    /// <summary>Says what a close means: the end (true), or a break to be mended (false).</summary>
    private bool Ends(WebSocket socket)
    {
        var (status, reason) = (socket.CloseStatus ?? WebSocketCloseStatus.Empty, socket.CloseStatusDescription ?? "");
        switch (status)
        {
            case WebSocketCloseStatus.NormalClosure:
                IsEnded = true;
                ExitCode = Number(reason, TerminalSocket.ExitReason) ?? (128 + Number(reason, TerminalSocket.SignalReason)) ?? ExitCode;
                return true;
            case WebSocketCloseStatus.EndpointUnavailable:
            case WebSocketCloseStatus.InternalServerError:
            case (WebSocketCloseStatus)1012: // service restart
            case (WebSocketCloseStatus)1013: // try again later
            case WebSocketCloseStatus.Empty:
                return false;
            default:
                throw new YonderConnectionException($"The gateway closed the terminal with status {(int)status}{(reason is "" ? "" : $": {reason}")}.");
        }
    }
}
