using System.Collections.Concurrent;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>Who waits for terminals to be started.</summary>
internal sealed class TerminalStarts
{
    private readonly ConcurrentDictionary<Watch, bool> _watches = new();

    public IDisposable Add(Action<TerminalSession> handler)
    {
        var watch = new Watch(this, handler);
        _watches[watch] = true;
        return watch;
    }

    public void Tell(TerminalSession session)
    {
        foreach (var (watch, _) in _watches)
        {
            watch.Handler(session);
        }
    }

    private sealed class Watch(TerminalStarts owner, Action<TerminalSession> handler) : IDisposable
    {
        public Action<TerminalSession> Handler => handler;

        public void Dispose() => owner._watches.TryRemove(this, out _);
    }
}
