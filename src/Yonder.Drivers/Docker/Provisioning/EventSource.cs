using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>An open stream of an engine's events.</summary>
internal sealed class EventSource : IAsyncDisposable
{
    private readonly EngineAnswer _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly IAsyncEnumerator<EngineEvent> _events;

    public EventSource(EngineClient engine, EngineAnswer answer)
    {
        (Engine, _answer) = (engine, answer);
        _events = JsonLines.ReadAsync(answer.Body, EngineJson.Default.EngineEvent, engine.Limits.Line, _stop.Token).GetAsyncEnumerator(_stop.Token);
    }

    public EngineClient Engine { get; }

    /// <summary>The next event; <see langword="null"/> when the stream has ended, however.</summary>
    public async ValueTask<EngineEvent?> NextAsync(CancellationToken cancellationToken)
    {
        await using var cancel = cancellationToken.Register(_stop.Cancel);
        try
        {
            return await _events.MoveNextAsync() ? _events.Current : null;
        }
        catch (Exception error) when (Engine.Translate(error) is RuntimeException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The connection first: a read that waits in it ends at once.
        _answer.Dispose();
        await _events.DisposeAsync();
        _stop.Dispose();
    }
}
