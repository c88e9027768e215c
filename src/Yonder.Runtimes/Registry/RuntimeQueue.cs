namespace Yonder.Runtimes.Registry;

/// <summary>Runs what happens to one runtime one after another, in the order asked, whether or not the asker still waits.</summary>
internal sealed class RuntimeQueue(CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Gets a task that ends, without failing, when everything asked for so far has.</summary>
    public Task Drained
    {
        get
        {
            lock (_gate)
            {
                return SettledAsync(_last);
            }
        }
    }

    public Task RunAsync(Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            var next = AfterAsync(_last, work);
            _last = next;
            return next;
        }
    }

    private async Task AfterAsync(Task previous, Func<CancellationToken, Task> work)
    {
        // Yielding keeps the work from running under the lock when nothing is ahead of it.
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        stopping.ThrowIfCancellationRequested();
        await work(stopping);
    }

    private static Task SettledAsync(Task task)
        => task.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
