using Microsoft.Extensions.Options;
using Yonder.Runtimes;
using Yonder.Runtimes.Keeper;
using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>The terminal sessions of this gateway: started, joined, written to, ended. The keeper holds them; here is what the slices share.</summary>
internal sealed class TerminalSessions(IKeeper keeper, IOptions<TerminalOptions> options, TimeProvider time)
{
    private static readonly TimeSpan StartPoll = TimeSpan.FromMilliseconds(5);

    private readonly TerminalObservers _observers = new();
    private readonly TerminalStarts _starts = new();

    /// <summary>Calls <paramref name="handler"/> for every session that is started, before its first client is answered, until disposed. It must be quick.</summary>
    public IDisposable OnStarted(Action<TerminalSession> handler) => _starts.Add(handler);

    /// <summary>Joins a session, or starts it; one that has ended is only joined by who insists on it, and otherwise made room for.</summary>
    /// <exception cref="RuntimeException">The name is bad, there are too many, or the shell could not be started. <see cref="RuntimeError.NotFound"/>: it must exist and does not.</exception>
    public async ValueTask<TerminalSession> OpenAsync(TerminalRequest request, CancellationToken cancellationToken)
    {
        var kept = request.Key.Kept;
        while (true)
        {
            var info = await keeper.FindAsync(kept, cancellationToken);
            if (info is not null && (info.IsRunning || request.MustExist))
            {
                return new TerminalSession(request.Key, info);
            }

            if (request.MustExist)
            {
                throw new RuntimeException(RuntimeError.NotFound, "The terminal session has ended.");
            }

            if (info is not null)
            {
                await keeper.RemoveAsync(kept, cancellationToken);
            }

            try
            {
                return await StartAsync(request, kept, cancellationToken);
            }
            catch (RuntimeException exception) when (exception.Error is RuntimeError.AlreadyExists)
            {
                // Somebody else is starting it: it is there to be joined in a moment.
                await Task.Delay(StartPoll, time, cancellationToken);
            }
        }
    }

    public async ValueTask<TerminalSession?> FindAsync(TerminalKey key, CancellationToken cancellationToken)
        => await keeper.FindAsync(key.Kept, cancellationToken) is { } info ? new TerminalSession(key, info) : null;

    /// <summary>Lists one owner's sessions that run, the newest first.</summary>
    public async ValueTask<IReadOnlyList<TerminalSession>> ListAsync(string owner, RuntimeId? runtime, CancellationToken cancellationToken)
    {
        var sessions = new List<TerminalSession>();
        foreach (var info in await keeper.ListAsync(runtime, cancellationToken))
        {
            if (info.IsRunning && TerminalKey.TryParse(info.Key, out var key) && string.Equals(key.Value.Owner, owner, StringComparison.Ordinal))
            {
                sessions.Add(new TerminalSession(key.Value, info));
            }
        }

        return [.. sessions.OrderByDescending(session => session.Info.StartedAt)];
    }

    /// <summary>Begins to read a session's output.</summary>
    public ValueTask<IKeptReader> AttachAsync(TerminalKey key, AttachSpec spec, CancellationToken cancellationToken)
        => keeper.AttachAsync(key.Kept, spec, cancellationToken);

    public IDisposable Observe(TerminalKey key, ITerminalObserver observer) => _observers.Add(key, observer);

    public async ValueTask WriteAsync(TerminalKey key, KeptKey kept, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        foreach (var observer in _observers.Of(key))
        {
            await observer.TypedAsync(input, cancellationToken);
        }

        await keeper.WriteAsync(kept, input, cancellationToken);
    }

    public async ValueTask ResizeAsync(TerminalKey key, TerminalSize size, CancellationToken cancellationToken)
    {
        await keeper.ResizeAsync(key.Kept, size, cancellationToken);
        foreach (var observer in _observers.Of(key))
        {
            await observer.ResizedAsync(size, cancellationToken);
        }
    }

    /// <summary>Waits for the program to end.</summary>
    public Task<KeptInfo> WaitAsync(TerminalKey key, CancellationToken cancellationToken) => keeper.WaitAsync(key.Kept, cancellationToken);

    /// <summary>Ends a session: its clients get what it still printed and are closed.</summary>
    public async ValueTask EndAsync(TerminalKey key, CancellationToken cancellationToken) => await keeper.EndAsync(key.Kept, cancellationToken);

    /// <summary>Ends and forgets a session.</summary>
    public ValueTask RemoveAsync(TerminalKey key, CancellationToken cancellationToken) => keeper.RemoveAsync(key.Kept, cancellationToken);

    private async ValueTask<TerminalSession> StartAsync(TerminalRequest request, KeptKey kept, CancellationToken cancellationToken)
    {
        var info = await keeper.StartAsync(
            new KeepSpec
            {
                Key = kept,
                Runtime = request.Key.Runtime,
                Terminal = request.Spec,

                // A build that is left running goes on: then the oldest output goes. A client that was cut off still holds it for the grace period.
                UnattendedLimit = long.MaxValue,
                FirstViewerGrace = options.Value.Grace,
                DetachedLimit = request.IsFleeting ? options.Value.Grace : options.Value.IdleTimeout,
            },
            cancellationToken);
        var session = new TerminalSession(request.Key, info, IsNew: true);
        _starts.Tell(session);
        return session;
    }
}
