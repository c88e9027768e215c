namespace Yonder.Runtimes.Registry;

/// <summary>Marks a runtime as in use until disposed, so that it does not count as idle.</summary>
public sealed class RuntimeUse : IDisposable
{
    private readonly TimeProvider _time;
    private RuntimeEntry? _entry;

    internal RuntimeUse(RuntimeEntry? entry, TimeProvider time)
    {
        _entry = entry;
        _time = time;
        entry?.BeginUse();
    }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _entry, value: null)?.EndUse(_time.GetUtcNow());
}
