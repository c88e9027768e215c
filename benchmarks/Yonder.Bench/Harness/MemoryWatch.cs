namespace Yonder.Bench.Harness;

/// <summary>Notes the highest memory of a server while things are done to it, beyond what it had at the start.</summary>
internal sealed class MemoryWatch(Func<long> resident)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly long _start = resident();
    private long _most;

    public double GrowthMegabytes => Math.Max(0, _most - _start) / 1e6;

    public async Task WatchAsync(Func<Task> work)
    {
        using var timer = new PeriodicTimer(Interval);
        var working = work();
        while (!working.IsCompleted)
        {
            _most = Math.Max(_most, resident());
            await Task.WhenAny(working, timer.WaitForNextTickAsync(CancellationToken.None).AsTask());
        }

        await working;
    }
}
