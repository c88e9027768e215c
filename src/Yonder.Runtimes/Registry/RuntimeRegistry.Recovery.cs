using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

public sealed partial class RuntimeRegistry
{
    /// <summary>Reads the store, finishes what a crash cut off, makes the records agree with what the engines have, and starts to watch the engines. Called once, before anything else; every other method waits for it.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var record in await store.LoadAsync(cancellationToken))
            {
                Adopt(record);
            }
        }
        catch (Exception failure)
        {
            _loaded.TrySetException(failure);
            throw;
        }

        var reconciled = Task.WhenAll(drivers.All.Select(ReconcileAtStartAsync));
        _background = Task.WhenAll([OpenForCallersAsync(reconciled), reconciled, FlushActivityAsync(), .. drivers.All.Where(driver => driver.Provisioning is not null).Select(WatchAsync)]);
    }

    /// <summary>Lets callers in once the engines have said what they have, or have taken too long to say it.</summary>
    private async Task OpenForCallersAsync(Task reconciled)
    {
        try
        {
            await reconciled.WaitAsync(options.RecoveryPatience, time, _stopping.Token);
            _loaded.TrySetResult();
        }
        catch (TimeoutException)
        {
            _loaded.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            _loaded.TrySetCanceled(_stopping.Token);
        }
    }

    private void Adopt(RuntimeRecord record)
    {
        var entry = _entries[record.Id] = new RuntimeEntry(record, _stopping.Token);
        _names.Take(record.Owner, record.Name, record.Id);
        Func<CancellationToken, Task>? unfinished = record.State switch
        {
            RuntimeState.Creating or RuntimeState.Configuring => token => FinishMakingAsync(entry, token),
            RuntimeState.Stopping => token => StopAsync(entry, token),
            RuntimeState.Deleting => token => DeleteAsync(entry, token),
            _ => null,
        };
        if (unfinished is not null)
        {
            Own(entry, entry.Queue.RunAsync(unfinished));
        }
    }

    private async Task FinishMakingAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        RegistryLog.FinishingMaking(logger, entry.Id);
        await RemoveFromEngineAsync(entry.Record(time.GetUtcNow()), stopping);
        await MakeAsync(entry, stopping);
    }

    private async Task ReconcileAtStartAsync(IRuntimeDriver driver)
    {
        try
        {
            if (driver.Provisioning is { } provisioning && (await driver.CheckAsync(_stopping.Token)).IsAvailable)
            {
                await Task.WhenAll(await ReconcileAsync(driver.Scheme, provisioning));
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The engine went away again: the watch says when it is back, and then they are compared.
            RegistryLog.ReconcilingFailed(logger, driver.Scheme, failure);
        }
    }

    /// <summary>Looks again at every record that the engine's list contradicts, and removes what the engine has and no record names.</summary>
    private async Task<IReadOnlyList<Task>> ReconcileAsync(string scheme, IProvisioning provisioning)
    {
        var listed = new Dictionary<RuntimeId, ProvisionedRuntime>();
        await foreach (var runtime in provisioning.ListAsync(_stopping.Token))
        {
            listed[runtime.Id] = runtime;
        }

        foreach (var orphan in listed.Keys.Where(id => !_entries.ContainsKey(id)))
        {
            RegistryLog.RemovingOrphan(logger, scheme, orphan);
            await provisioning.DeleteAsync(orphan, _stopping.Token);
        }

        var now = time.GetUtcNow();
        return
        [
            .. from entry in _entries.Values
               let record = entry.Record(now)
               where record.Spec is not null && string.Equals(record.Driver, scheme, StringComparison.Ordinal)
               where !IsInHand(record) && !Agrees(record, listed.GetValueOrDefault(entry.Id))
               select RefreshSoonAsync(entry),
        ];
    }

    /// <summary>Compares one record with its engine, after everything that was asked for before. What fails is logged; the task never does.</summary>
    private Task RefreshSoonAsync(RuntimeEntry entry)
    {
        if (!entry.ClaimRefresh())
        {
            return Task.CompletedTask;
        }

        Own(entry, entry.Queue.RunAsync(token => RefreshAsync(entry, token)));
        return entry.Queue.Drained;
    }

    private async Task RefreshAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        entry.BeginRefresh();
        var record = entry.Record(time.GetUtcNow());
        if (entry.IsRemoved || record.Spec is null)
        {
            return;
        }

        var found = await drivers.RequireProvisioning(record.Driver).FindAsync(entry.Id, stopping);
        if (Agrees(record, found))
        {
            return;
        }

        // Whatever was connected is gone: it ended, or it is another incarnation.
        await entry.Connection.CloseAsync();
        await SaveAsync(entry, current => Observed(current, found), stopping);
        RegistryLog.StateObserved(logger, entry.Id, entry.Record(time.GetUtcNow()).State);
    }

    /// <summary>Says whether the entry's queue is busy bringing it to another state, which it will then say.</summary>
    private static bool IsInHand(RuntimeRecord record) => record.IsPending || record.State is RuntimeState.Stopping or RuntimeState.Deleting;

    private static bool Agrees(RuntimeRecord record, ProvisionedRuntime? found) => (record.State, found?.State) switch
    {
        (RuntimeState.Failed, null) => true,
        (RuntimeState.Running, ProvisionedState.Running) => found.StartedAt is null || record.StartedAt is null || record.StartedAt.Value.AddSeconds(1) >= found.StartedAt,
        (RuntimeState.Paused, ProvisionedState.Paused) => true,
        (RuntimeState.Stopped, ProvisionedState.Stopped) => true,
        _ => false,
    };

    private RuntimeRecord Observed(RuntimeRecord record, ProvisionedRuntime? found) => found?.State switch
    {
        null => Failed(record, RuntimeError.NotFound, "The engine no longer has it: it was removed by other means. Starting it makes it again."),
        ProvisionedState.Running => Running(record, found),
        ProvisionedState.Paused => Running(record, found) with { State = RuntimeState.Paused },
        _ => record with { State = RuntimeState.Stopped, Error = null, Reason = found.Reason, HostAddress = null },
    };
}
