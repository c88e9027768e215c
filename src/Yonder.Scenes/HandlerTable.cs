using System.Collections.Immutable;

namespace Yonder.Scenes;

/// <summary>Handlers by event type. It is read for every event and changed rarely, so it is swapped whole.</summary>
internal sealed class HandlerTable
{
    private ImmutableDictionary<string, ImmutableArray<RegisteredHandler>> _handlers = ImmutableDictionary.Create<string, ImmutableArray<RegisteredHandler>>(StringComparer.Ordinal);

    public bool IsEmpty => _handlers.IsEmpty;

    public IDisposable Add(string type, SceneHandler handler, bool once)
    {
        var entry = new RegisteredHandler(this, type, handler, once);
        ImmutableInterlocked.AddOrUpdate(ref _handlers, type, [entry], (_, old) => old.Add(entry));
        return entry;
    }

    public ImmutableArray<RegisteredHandler> For(string type) => _handlers.IsEmpty ? [] : _handlers.GetValueOrDefault(type, []);

    public void Remove(RegisteredHandler entry)
    {
        ImmutableInterlocked.Update(
            ref _handlers,
            static (all, gone) => !all.TryGetValue(gone.Type, out var old) ? all
                : old.Remove(gone) is { IsEmpty: false } rest ? all.SetItem(gone.Type, rest)
                : all.Remove(gone.Type),
            entry);
    }
}
