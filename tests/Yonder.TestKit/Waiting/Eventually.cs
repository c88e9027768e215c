using System.Diagnostics;

namespace Yonder.TestKit.Waiting;

/// <summary>Waits for what no event tells, by asking until a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Asks until the answer is yes; fails the test after <paramref name="limit"/> (20 s when not given).</summary>
    public static async Task TrueAsync(Func<Task<bool>> ask, string what, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var since = Stopwatch.GetTimestamp();
        while (!await ask())
        {
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(limit ?? TimeSpan.FromSeconds(20), what);
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Asks until the answer has stayed the same for <paramref name="quiet"/>, and returns it.</summary>
    public static async Task<T> SettledAsync<T>(Func<Task<T>> ask, TimeSpan quiet, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var since = Stopwatch.GetTimestamp();
        var last = await ask();
        var unchanged = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(unchanged) < quiet)
        {
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(limit ?? TimeSpan.FromSeconds(60), "it never settles");
            await Task.Delay(Pause, TimeProvider.System);
            var now = await ask();
            if (!EqualityComparer<T>.Default.Equals(now, last))
            {
                last = now;
                unchanged = Stopwatch.GetTimestamp();
            }
        }

        return last;
    }
}
