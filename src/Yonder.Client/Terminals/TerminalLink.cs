using System.Net.WebSockets;
using Yonder.Client.Http;

namespace Yonder.Client.Terminals;

/// <summary>Holds the current connection of a terminal and replaces it when it breaks, at the byte that the reader has reached.</summary>
internal sealed class TerminalLink(TerminalDialer dialer, TerminalConnection first, TerminalOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>One reconnect at a time: the reader and the writers meet here, and whoever comes second takes what the first has made.</summary>
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _closed = new();
    private (int Columns, int Rows) _size = (options.Columns, options.Rows);

    public Action<TerminalStateChangedEventArgs>? OnStateChanged { get; set; }

    public TerminalDialer Dialer => dialer;

    public TimeProvider Time => time;

    public TerminalState State { get; private set; } = TerminalState.Connected;

    public TerminalConnection Current { get; private set; } = first;

    public CancellationToken Closed => _closed.Token;

    /// <summary>Gets the offset of the next byte that the socket will bring. Only the reader moves it.</summary>
    public long Position { get; private set; } = first.FirstOffset ?? 0;

    /// <summary>Gets the number of bytes that a server sends again though it was asked for later ones.</summary>
    public long Repeated { get; private set; }

    public long MissedBytes { get; private set; }

    public bool CanResume { get; } = first.FirstOffset is not null && options.ReconnectFor > TimeSpan.Zero;

    public void SetSize(int columns, int rows) => _size = (columns, rows);

    /// <summary>Counts received bytes; returns how many of them are to be skipped because they came before.</summary>
    public int Advance(int count)
    {
        var skip = (int)Math.Min(count, Repeated);
        Repeated -= skip;
        Position += count - skip;
        return skip;
    }

    /// <summary>The connection to send on; waits for a reconnect in progress, and begins one when nobody has noticed the loss yet.</summary>
    public async ValueTask<TerminalConnection> ConnectedAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(State is TerminalState.Closed, typeof(Terminal));
        var current = Current;
        return State is TerminalState.Connected && current.Socket.State is WebSocketState.Open
            ? current
            : await ReconnectAsync(current, cause: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces <paramref name="broken"/>; returns at once when somebody else has done so already.</summary>
    public async Task<TerminalConnection> ReconnectAsync(TerminalConnection broken, Exception? cause, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(State is TerminalState.Closed, typeof(Terminal));
            if (Current != broken)
            {
                return Current;
            }

            Change(TerminalState.Disconnected, cause);
            broken.Dispose();
            if (!CanResume)
            {
                throw Lost("The connection to the terminal was lost, and it is not to be resumed.", cause);
            }

            return await RetryAsync(cause, cancellationToken).ConfigureAwait(false);
        }
        catch (YonderException exception)
        {
            Change(TerminalState.Closed, exception);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Close()
    {
        if (State is not TerminalState.Closed)
        {
            Change(TerminalState.Closed);
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        Current.Dispose();
        _closed.Dispose();
        _gate.Dispose();
    }

    private static YonderConnectionException Lost(string message, Exception? cause) => new(message, cause);

    private async Task<TerminalConnection> RetryAsync(Exception? cause, CancellationToken cancellationToken)
    {
        using var limit = new CallLimit(options.ReconnectFor, time, cancellationToken);
        for (var pause = FirstPause; ; pause = pause * 2 < options.ReconnectPause ? pause * 2 : options.ReconnectPause)
        {
            Change(TerminalState.Reconnecting, cause);
            try
            {
                return Adopt(await dialer.DialAsync(Position, _size.Columns, _size.Rows, limit.Token).ConfigureAwait(false));
            }
            catch (YonderConnectionException exception)
            {
                cause = exception;
            }
            catch (YonderApiException exception) when (RetryRule.IsBusy(exception))
            {
                cause = exception;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw Lost($"The connection to the terminal was lost and could not be made again within {options.ReconnectFor.TotalSeconds:0.#} s.", cause);
            }

            await PauseAsync(pause, cause, limit, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PauseAsync(TimeSpan pause, Exception? cause, CallLimit limit, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(pause, time, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Lost($"The connection to the terminal was lost and could not be made again within {options.ReconnectFor.TotalSeconds:0.#} s.", cause);
        }
    }

    private TerminalConnection Adopt(TerminalConnection connection)
    {
        var begins = connection.FirstOffset ?? Position;
        var missed = Math.Max(0, begins - Position);
        Repeated = Math.Max(0, Position - begins);
        MissedBytes += missed;
        Position += missed;
        Current = connection;
        Change(TerminalState.Connected, cause: null, missed);
        return connection;
    }

    private void Change(TerminalState state, Exception? cause = null, long missed = 0)
    {
        State = state;
        OnStateChanged?.Invoke(new TerminalStateChangedEventArgs(state, cause, missed));
    }
}
