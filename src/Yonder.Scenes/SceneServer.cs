using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>
/// Serves scenes: programs and browsers connect, the program's handlers are told of their events, and what it puts into the scene is
/// shown to all who watch, now or later. Register first, then <see cref="StartAsync"/> or <see cref="RunAsync"/>.
/// </summary>
public sealed partial class SceneServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SceneSession> _sessions = new(StringComparer.Ordinal);
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private ImmutableArray<SpawnRule> _spawns = [];

    /// <summary>A server that does not listen yet.</summary>
    public SceneServer(SceneServerOptions? options = null, ILoggerFactory? loggers = null)
    {
        Options = options ?? new SceneServerOptions();
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _logger = _loggers.CreateLogger<SceneServer>();
        Scene = new SharedScene(Options);
    }

    /// <summary>Who is connected now.</summary>
    public IReadOnlyCollection<SceneSession> Sessions => [.. _sessions.Values];

    /// <summary>The scene that all see.</summary>
    public SharedScene Scene { get; }

    /// <summary>How it was set up.</summary>
    public SceneServerOptions Options { get; }

    internal HandlerTable Handlers { get; } = new();

    internal EventWaiters Waiters { get; } = new();

    internal SceneBinding? Binding { get; private set; }

    /// <summary>Handles events of that type, of whichever client. Several handlers of one type run in the order of their registration.</summary>
    /// <returns>Disposing it removes the handler.</returns>
    public IDisposable AddHandler(string type, SceneHandler handler, bool once = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(handler);
        return Handlers.Add(type, handler, once);
    }

    /// <summary>Runs a function for each client that introduces itself. When it returns, the session is closed; when it fails, that is reported and the session goes on.</summary>
    /// <param name="main">The function; it usually ends with <see cref="SceneSession.ForeverAsync"/>.</param>
    /// <param name="match">Fields of the introduction that must fit a pattern with <c>*</c> and <c>?</c>: <c>client</c>, <c>platform</c>… The first function that fits runs.</param>
    public void Spawn(Func<SceneSession, Task> main, IReadOnlyDictionary<string, string>? match = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        ImmutableInterlocked.Update(ref _spawns, (rules, rule) => rules.Add(rule), new SpawnRule(main, match));
    }

    /// <summary>Gives each session to a function of its own, in place of handlers.</summary>
    public void Bind(SceneBinding binding) => Binding = binding;

    /// <summary>The next event of that type from whichever client.</summary>
    public Task<SceneEvent> TillAsync(string type, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Waiters.WaitAsync(type, timeout, Options.Time, cancellationToken);

    internal Func<SceneSession, Task>? SpawnFor(SceneSession session, SceneEvent init)
    {
        var fitting = _spawns.Where(rule => rule.Fits(init)).ToList();
        if (fitting.Count > 1)
        {
            _logger.SpawnAmbiguous(session.Id);
        }

        return fitting.FirstOrDefault()?.Main;
    }

    internal void Report(SceneFault fault)
    {
        _logger.UserCodeFailed(fault.Error, fault.Where, fault.Session?.Id ?? "-");
        try
        {
            Options.OnFault?.Invoke(fault);
        }
        catch (Exception e)
        {
            // A callback of the program as well.
            _logger.FaultCallbackFailed(e);
        }
    }
}
