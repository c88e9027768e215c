using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Scenes;

/// <summary>One client or browser, from its connection to its end.</summary>
public sealed partial class SceneSession : ISceneTarget, IDisposable
{
    private readonly SceneServer _server;
    private readonly SceneSocket _socket;
    private readonly Outbox _outbox;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();
    private Task _cutOff = Task.CompletedTask;
    private int _isClosing;
    private CancellationToken _aborted;

    internal SceneSession(SceneServer server, WebSocket socket, CoalescingStream? stream, ILogger logger)
    {
        _server = server;
        _logger = logger;
        _outbox = new Outbox(Options.Queue, Options.Time);
        _running = new SemaphoreSlim(Options.MaxRunningHandlers);
        _socket = new SceneSocket(socket, stream, isClient: false, _outbox, new PackLimits(Options.MaxMessageBytes, Options.MaxDepth))
        {
            Drained = CatchUp,
            SendFailed = _ => socket.Abort(),
        };
        Ended = _ended.Token;
    }

    /// <summary>Tells this session from all others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>How the client introduced itself; null until it has.</summary>
    public SceneEvent? Init { get; private set; }

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Events to this client that were left out because it did not keep up. It is told this number too.</summary>
    public long Dropped => _outbox.Dropped;

    /// <summary>Whatever the program wants to remember of this client.</summary>
    public object? State { get; set; }

    /// <summary>Events of this client that the program asked for wait, and the shared scene has gone on without it.</summary>
    public bool IsBehind { get; internal set; }

    internal bool IsIdle => _outbox.IsIdle;

    private SceneServerOptions Options => _server.Options;

    /// <summary>Sends what waits, then ends the session in good order.</summary>
    public Task CloseAsync() => CloseAsync(WebSocketCloseStatus.NormalClosure, reason: null);

    void IDisposable.Dispose()
    {
        _socket.Dispose();
        _ended.Dispose();
        _running.Dispose();
    }

    internal async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        await _socket.CloseAsync(status, reason, Options.Grace, Options.Time);
        if (!Ended.IsCancellationRequested && Interlocked.Exchange(ref _isClosing, 1) == 0)
        {
            _cutOff = CutOffAsync();
        }
    }

    /// <summary>Reads until the client leaves, then ends everything that runs for it.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        _logger.SessionOpened(Id);
        _aborted = cancellationToken;
        var bound = StartBindingAsync();
        try
        {
            while (await _socket.ReceiveAsync(cancellationToken) is { } message)
            {
                await DispatchAsync(message);
            }

            await CloseAsync();
        }
        catch (SceneException e) when (e.Error is SceneError.BadMessage or SceneError.TooLarge)
        {
            _logger.SessionRefused(Id, e.Message);
            var status = e.Error == SceneError.TooLarge ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.InvalidPayloadData;
            await CloseAsync(status, e.Message);
        }
        catch (Exception e) when (e is SceneException or OperationCanceledException)
        {
            // The client is gone, or going, or the server stops: a goodbye is all that is left to say.
            await CloseAsync();
        }
        finally
        {
            await EndAsync(bound);
            _logger.SessionEnded(Id);
        }
    }

    // A client that does not answer a goodbye does not stay for that.
    private async Task CutOffAsync()
    {
        await Task.Delay(Options.Grace, Options.Time, Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!Ended.IsCancellationRequested)
        {
            _socket.Abort();
        }
    }

    private async Task EndAsync(Task bound)
    {
        _server.Scene.Leave(this);
        _events?.Writer.TryComplete();
        _outbox.Fail(new SceneException(SceneError.ConnectionLost, "The session has ended."));
        await _ended.CancelAsync();
        await _cutOff;
        await Task.WhenAny(Task.WhenAll(bound, _main, AllHandlersAsync()), Task.Delay(Options.Grace, Options.Time, CancellationToken.None));
        if (Options.MaxRunningHandlers - _running.CurrentCount is > 0 and var count)
        {
            _logger.SessionLeftWork(Id, count);
        }
    }

    private void CatchUp()
    {
        if (IsBehind)
        {
            _server.Scene.CaughtUp(this);
        }
    }
}
