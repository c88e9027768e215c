namespace Yonder.Runtimes.Keeper;

/// <summary>Measures since when a counter has stood still, by looking at it now and then: it costs nothing where the counting is done.</summary>
internal sealed class IdleClock(TimeProvider time)
{
    private long _seen = -1;
    private long _since = time.GetTimestamp();

    public TimeSpan Observe(long count)
    {
        if (count != _seen)
        {
            _seen = count;
            _since = time.GetTimestamp();
        }

        return time.GetElapsedTime(_since);
    }
}
