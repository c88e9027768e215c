using System.Net.WebSockets;
using System.Text;
using Yonder.Client.Http;

namespace Yonder.Client.Terminals;

/// <summary>An open terminal. A lost connection is made again by itself, at the byte that was reached: output is never lost or doubled by it.</summary>
/// <remarks>
/// One reader at a time, any number of writers. Nothing is read ahead of the reader beyond one message, so a reader that stops
/// makes the program wait. Input is sent at most once: what was on its way when a connection broke may be lost, and is never sent twice.
/// </remarks>
/// <example>
/// <code>
/// await using var terminal = await client.Terminals.ConnectAsync(container.Id, new() { Columns = 120, Rows = 40 });
/// await terminal.WriteAsync("ls -la; exit\n");
/// await foreach (var bytes in terminal)
///     Console.Write(Encoding.UTF8.GetString(bytes.Span));
/// </code>
/// </example>
public sealed class Terminal : IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncDisposable
{
    /// <summary>Small enough that a cancelled or broken write leaves little in doubt.</summary>
    private const int WriteSize = 16 * 1024;

    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly TerminalLink _link;
    private readonly TerminalReader _reader;

    /// <summary>A socket takes one send at a time.</summary>
    private readonly SemaphoreSlim _sending = new(1);
    private int _readers;
    private bool _disposed;

    internal Terminal(TerminalLink link)
    {
        _link = link;
        _reader = new TerminalReader(link);
        _link.OnStateChanged = change => StateChanged?.Invoke(this, change);
    }

    /// <summary>Occurs when the connection is lost, made again or closed. Handlers run on the thread that noticed and must not block.</summary>
    public event EventHandler<TerminalStateChangedEventArgs>? StateChanged;

    /// <summary>Gets the session's name: <see cref="TerminalOptions.SessionId"/> of another terminal that is to join this shell. <see langword="null"/> with a server that names none.</summary>
    public string? SessionId => _link.Dialer.SessionId;

    /// <summary>Gets where the connection stands.</summary>
    public TerminalState State => _link.State;

    /// <summary>Gets the offset in the session's output of the next byte that a read returns: <see cref="TerminalOptions.Since"/> of a terminal that is to go on from here.</summary>
    public long Position => _link.Position - _reader.Unread.Length;

    /// <summary>Gets the number of output bytes that reconnects found to be gone, because the program printed more than the gateway keeps.</summary>
    public long MissedBytes => _link.MissedBytes;

    /// <summary>Gets the program's exit code (128 + n for signal n), once reading has reached the end and the gateway said it.</summary>
    public int? ExitCode => _reader.ExitCode;

    /// <summary>Reads what is there into <paramref name="buffer"/>, waiting for at least one byte; 0 when the terminal has ended.</summary>
    /// <remarks>A cancelled read loses nothing: the next one goes on where it was.</remarks>
    /// <exception cref="YonderConnectionException">The connection was lost and could not be made again.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _readers, 1) is not 0)
        {
            throw new InvalidOperationException("The terminal is being read already: it has one reader at a time.");
        }

        try
        {
            await _reader.FillAsync(cancellationToken).ConfigureAwait(false);
            var count = Math.Min(buffer.Length, _reader.Unread.Length);
            _reader.Unread.Span[..count].CopyTo(buffer.Span);
            _reader.Consume(count);
            if (_reader is { IsEnded: true, Unread.IsEmpty: true })
            {
                _link.Close();
            }

            return count;
        }
        finally
        {
            Volatile.Write(ref _readers, 0);
        }
    }

    /// <summary>Reads what is there, waiting for at least one byte; empty when the terminal has ended.</summary>
    /// <exception cref="YonderConnectionException">The connection was lost and could not be made again.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false) is 0 && _reader.Unread.IsEmpty)
        {
            return default;
        }

        var bytes = new byte[_reader.Unread.Length];
        await ReadAsync(bytes.AsMemory(), cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    /// <summary>Types bytes. Waits while a connection is being made again, and while the program does not read.</summary>
    /// <exception cref="YonderConnectionException">The connection broke during the write, and how much arrived is unknown; or it could not be made again.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (; !bytes.IsEmpty; bytes = bytes[Math.Min(WriteSize, bytes.Length)..])
            {
                await SendAsync(bytes[..Math.Min(WriteSize, bytes.Length)], WebSocketMessageType.Binary, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Types text, as UTF-8. The Enter key is <c>\n</c> or <c>\r</c>.</summary>
    /// <exception cref="YonderConnectionException">The connection broke during the write, and how much arrived is unknown; or it could not be made again.</exception>
    public Task WriteAsync(string text, CancellationToken cancellationToken = default) => WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Tells the program the terminal's new size. While there is no connection the size is kept and told with the next.</summary>
    public async Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        _link.SetSize(columns, rows);
        if (State is not TerminalState.Connected)
        {
            return;
        }

        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var frame = FormattableString.Invariant($$"""{"type":"resize","cols":{{columns}},"rows":{{rows}}}""");
            await SendAsync(Encoding.ASCII.GetBytes(frame), WebSocketMessageType.Text, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends the session itself, for everybody who shares it: its programs are hung up.</summary>
    public Task EndAsync(CancellationToken cancellationToken = default) => _link.Dialer.EndAsync(cancellationToken);

    /// <summary>Reads until the terminal ends; leaving the enumeration leaves the terminal open.</summary>
    public async IAsyncEnumerator<ReadOnlyMemory<byte>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await ReadAsync(cancellationToken).ConfigureAwait(false) is { IsEmpty: false } bytes)
        {
            yield return bytes;
        }
    }

    /// <summary>Leaves the session when it was named, and ends it when it was this terminal's own.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await CloseAsync().ConfigureAwait(false);
        _link.Dispose();
        await _reader.DisposeAsync().ConfigureAwait(false);
        _sending.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        var connection = await _link.ConnectedAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.Socket.SendAsync(message, type, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException)
        {
            throw new YonderConnectionException("The connection broke while writing to the terminal; how much arrived is unknown.", exception);
        }
    }

    /// <summary>Takes leave properly: that is what tells the gateway to end a session without a name now.</summary>
    private async Task CloseAsync()
    {
        var wasConnected = _link.State is TerminalState.Connected;
        _link.Close();
        if (!wasConnected || _link.Current.Socket.State is not WebSocketState.Open)
        {
            return;
        }

        using var limit = new CallLimit(CloseTimeout, _link.Time, CancellationToken.None);
        try
        {
            await _link.Current.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side is gone or too busy to answer: the disposal that follows closes the connection.
        }
    }
}
