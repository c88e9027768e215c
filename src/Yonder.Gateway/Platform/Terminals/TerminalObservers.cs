using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>Who follows which terminal.</summary>
internal sealed class TerminalObservers
{
    private readonly ConcurrentDictionary<TerminalKey, ImmutableArray<ITerminalObserver>> _byTerminal = new();

    public ImmutableArray<ITerminalObserver> Of(TerminalKey key)
        => _byTerminal.IsEmpty ? [] : _byTerminal.GetValueOrDefault(key, []);

    public IDisposable Add(TerminalKey key, ITerminalObserver observer)
    {
        _byTerminal.AddOrUpdate(key, _ => [observer], (_, others) => others.Add(observer));
        return new Registration(this, key, observer);
    }

    private void Remove(TerminalKey key, ITerminalObserver observer)
    {
        while (_byTerminal.TryGetValue(key, out var observers))
        {
            var others = observers.Remove(observer);
            var isDone = others.IsEmpty
                ? _byTerminal.TryRemove(KeyValuePair.Create(key, observers))
                : _byTerminal.TryUpdate(key, others, observers);
            if (isDone)
            {
                return;
            }
        }
    }

    private sealed class Registration(TerminalObservers owner, TerminalKey key, ITerminalObserver observer) : IDisposable
    {
        public void Dispose() => owner.Remove(key, observer);
    }
}
