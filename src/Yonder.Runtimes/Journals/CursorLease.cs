namespace Yonder.Runtimes.Journals;

/// <summary>The hold of a reader that was cut off, until it is back or its grace is over. Disposing it ends the hold.</summary>
public sealed class CursorLease : IDisposable
{
    private readonly Action<Holder> _release;
    private readonly ITimer? _timer; // null while it is being made: a grace of nothing rings at once

    internal CursorLease(Holder holder, TimeSpan grace, TimeProvider timeProvider, Action<Holder> release)
    {
        Holder = holder;
        Position = holder.Position;
        _release = release;
        _timer = timeProvider.CreateTimer(static state => ((CursorLease)state!).Dispose(), this, grace, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets where the reader was.</summary>
    public long Position { get; }

    internal Holder Holder { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _release(Holder);
    }
}
