namespace Yonder.TestKit;

/// <summary>A timer of the clock that only moves when a test says so.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, Action ring) : ITimer
{
    public DateTimeOffset Due { get; set; }

    public TimeSpan Period { get; set; }

    public void Ring() => ring();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, dueTime, period);
        return true;
    }

    public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
