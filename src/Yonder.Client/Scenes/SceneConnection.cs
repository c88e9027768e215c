using System.Net.WebSockets;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Client.Scenes;

/// <summary>A client's connection from <c>ConnectAsync</c> to <c>CloseAsync</c>, over as many links as reconnecting takes.</summary>
internal sealed partial class SceneConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SceneClientOptions _options;
    private readonly CancellationTokenSource _closing = new();
    private volatile SceneLink _link;
    private Task _reading = Task.CompletedTask;

    private SceneConnection(SceneClientOptions options, Outbox outbox, SceneLink link)
    {
        _options = options;
        Outbox = outbox;
        _link = link;
        Inbox = new SceneInbox(options.ReceiveCapacity, options.Time);
    }

    public Outbox Outbox { get; }

    public SceneInbox Inbox { get; }

    /// <summary>A link stands.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Events are taken: the link stands, or will again.</summary>
    public bool CanSend { get; private set; } = true;

    public Exception? Fault { get; private set; }

    public static async Task<SceneConnection> OpenAsync(SceneClientOptions options, CancellationToken cancellationToken)
    {
        var outbox = new Outbox(options.Queue, options.Time);
        var link = await SceneLink.OpenAsync(options, outbox, cancellationToken).ConfigureAwait(false);
        var connection = new SceneConnection(options, outbox, link);
        connection._reading = connection.ReadAsync();
        return connection;
    }

    /// <summary>Sends what waits, says goodbye, and waits for the other side to do so; a stalled one is cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        CanSend = false;
        if (!_closing.IsCancellationRequested)
        {
            if (IsOpen)
            {
                await _link.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, reason: null, Patience, _options.Time).ConfigureAwait(false);
                await Task.WhenAny(_reading, Task.Delay(Patience, _options.Time, CancellationToken.None)).ConfigureAwait(false);
            }

            await _closing.CancelAsync().ConfigureAwait(false);
        }

        await _reading.ConfigureAwait(false);
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        Exception? fault = null;
        try
        {
            do
            {
                fault = await ReadLinkAsync().ConfigureAwait(false);
                IsOpen = false;
                _link.Dispose();
            }
            while (await ReconnectAsync(fault).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            // Top of the pump: whoever receives or sends next is told.
            fault = e;
        }
        finally
        {
            CanSend = false;
            Fault = fault;
            Outbox.Fail(fault ?? new SceneException(SceneError.NotConnected, "The connection was closed."));
            Inbox.End(_closing.IsCancellationRequested ? null : fault);
        }
    }

    /// <summary>Reads until the link ends; what broke it, or null if it was closed.</summary>
    private async Task<Exception?> ReadLinkAsync()
    {
        try
        {
            while (await _link.Socket.ReceiveAsync(_closing.Token).ConfigureAwait(false) is { } message)
            {
                await Inbox.PutAsync(message, _closing.Token).ConfigureAwait(false);
            }

            await _link.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, reason: null, TimeSpan.FromSeconds(1), _options.Time).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (SceneException e)
        {
            var status = e.Error == SceneError.TooLarge ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.InvalidPayloadData;
            await _link.Socket.CloseAsync(status, e.Message, TimeSpan.FromSeconds(1), _options.Time).ConfigureAwait(false);
            return e;
        }
    }
}
