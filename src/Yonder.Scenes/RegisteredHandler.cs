namespace Yonder.Scenes;

/// <summary>A handler in its table; disposing it takes it out.</summary>
internal sealed class RegisteredHandler(HandlerTable table, string type, SceneHandler handler, bool once) : IDisposable
{
    private int _taken;

    public string Type { get; } = type;

    public SceneHandler Handler { get; } = handler;

    /// <summary>False when it was to run once and another event has taken it.</summary>
    public bool TryTake()
    {
        if (!once)
        {
            return true;
        }

        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return false;
        }

        table.Remove(this);
        return true;
    }

    public void Dispose() => table.Remove(this);
}
