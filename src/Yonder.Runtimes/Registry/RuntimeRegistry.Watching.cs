using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

public sealed partial class RuntimeRegistry
{
    /// <summary>Follows one driver for as long as the gateway runs.</summary>
    private async Task WatchAsync(IRuntimeDriver driver)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in driver.Provisioning!.WatchAsync(_stopping.Token))
                {
                    await ApplyAsync(driver, change);
                }

                return;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                RegistryLog.WatchFailed(logger, driver.Scheme, failure);
            }

            await Task.Delay(options.WatchRetry, time, _stopping.Token);
        }
    }

    private async Task ApplyAsync(IRuntimeDriver driver, ProvisionChange change)
    {
        switch (change)
        {
            case RuntimeChanged changed when _entries.GetValueOrDefault(changed.Id) is { } entry:
                // Not awaited: one runtime's long creation must not hold up what is said of the others. Its queue owns it.
                _ = RefreshSoonAsync(entry);
                break;
            case EngineChanged engine:
                RegistryLog.EngineChanged(logger, driver.Scheme, engine.Status.IsAvailable, engine.Status.Detail);
                Publish(new DriverChanged(driver.Scheme, engine.Status));
                if (engine.Status.IsAvailable)
                {
                    await ReconcileAsync(driver.Scheme, driver.Provisioning!);
                }

                break;
        }
    }

    /// <summary>Writes times of last use down now and then, rather than at every use.</summary>
    private async Task FlushActivityAsync()
    {
        using var timer = new PeriodicTimer(options.ActivityFlush, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                foreach (var entry in _entries.Values.Where(entry => entry.HasUnsavedUse()))
                {
                    Own(entry, entry.Queue.RunAsync(token => entry.IsRemoved ? Task.CompletedTask : SaveAsync(entry, record => record, token)));
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The gateway ends.
        }
    }
}
