using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

public sealed partial class RuntimeRegistry
{
    /// <summary>Starts a runtime; one that failed or whose engine lost it is made again from its wish. Does nothing when it runs.</summary>
    public ValueTask<RuntimeRecord> StartAsync(RuntimeId id, CancellationToken cancellationToken = default) => ChangeAsync(id, StartAsync, cancellationToken);

    /// <summary>Stops a runtime: politely first, by force later. Does nothing when it does not run.</summary>
    public ValueTask<RuntimeRecord> StopAsync(RuntimeId id, CancellationToken cancellationToken = default) => ChangeAsync(id, StopAsync, cancellationToken);

    /// <summary>Freezes a running runtime. Does nothing when it is frozen.</summary>
    public ValueTask<RuntimeRecord> PauseAsync(RuntimeId id, CancellationToken cancellationToken = default) => ChangeAsync(id, PauseAsync, cancellationToken);

    /// <summary>Lets a frozen runtime go on. Does nothing when it runs.</summary>
    public ValueTask<RuntimeRecord> ResumeAsync(RuntimeId id, CancellationToken cancellationToken = default) => ChangeAsync(id, ResumeAsync, cancellationToken);

    /// <summary>Changes name, limits or attributes.</summary>
    /// <exception cref="RuntimeException">The name is taken, or the driver cannot set such limits.</exception>
    public ValueTask<RuntimeRecord> UpdateAsync(RuntimeId id, RuntimeUpdate update, CancellationToken cancellationToken = default)
        => ChangeAsync(id, (entry, token) => UpdateAsync(entry, update, token), cancellationToken);

    /// <summary>Removes a runtime with everything in it, whatever it is doing, even while it is being made. Does nothing when there is none.</summary>
    public async ValueTask DeleteAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        await _loaded.Task.WaitAsync(cancellationToken);
        if (_entries.GetValueOrDefault(id) is { } entry)
        {
            entry.AbandonCreation();
            var work = entry.Queue.RunAsync(token => DeleteAsync(entry, token));
            Own(entry, work);
            await work.WaitAsync(cancellationToken);
        }
    }

    private async ValueTask<RuntimeRecord> ChangeAsync(RuntimeId id, Func<RuntimeEntry, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        var entry = await RequireAsync(id, cancellationToken);
        var work = entry.Queue.RunAsync(token => entry.IsRemoved ? throw Missing(id) : change(entry, token));
        Own(entry, work);
        await work.WaitAsync(cancellationToken);
        return entry.Record(time.GetUtcNow());
    }

    private async Task StartAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        var (record, provisioning) = Provisioned(entry);
        switch (record.State)
        {
            case RuntimeState.Running:
                return;
            case RuntimeState.Paused:
                await ResumeAsync(entry, stopping);
                return;
            case RuntimeState.Failed when await provisioning.FindAsync(entry.Id, stopping) is null:
                await MakeAgainAsync(entry, stopping);
                return;
        }

        var started = await provisioning.StartAsync(entry.Id, stopping);
        await SaveAsync(entry, current => Running(current, started), stopping);
    }

    private async Task MakeAgainAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        await entry.Connection.CloseAsync();
        await SaveAsync(entry, record => record with { State = RuntimeState.Creating, Error = null, Reason = null }, stopping);
        await MakeAsync(entry, stopping);
        if (entry.Record(time.GetUtcNow()) is { State: RuntimeState.Failed } failed)
        {
            throw new RuntimeException(failed.Error ?? RuntimeError.Failed, failed.Reason ?? "The runtime failed.");
        }
    }

    private async Task StopAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        var (record, provisioning) = Provisioned(entry);
        if (record.State is RuntimeState.Stopped or RuntimeState.Failed)
        {
            return;
        }

        await SaveAsync(entry, current => current with { State = RuntimeState.Stopping }, stopping);
        await OrRestoreAsync(entry, record, async () =>
        {
            await provisioning.StopAsync(entry.Id, options.StopGrace, stopping);
            await entry.Connection.CloseAsync();
            await SaveAsync(entry, current => current with { State = RuntimeState.Stopped, HostAddress = null, Reason = null }, stopping);
        });
    }

    private async Task PauseAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        var (record, provisioning) = Provisioned(entry);
        if (record.State is RuntimeState.Paused)
        {
            return;
        }

        Demand(record, RuntimeState.Running);
        await provisioning.PauseAsync(entry.Id, stopping);
        await SaveAsync(entry, current => current with { State = RuntimeState.Paused }, stopping);
    }

    private async Task ResumeAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        var (record, provisioning) = Provisioned(entry);
        if (record.State is RuntimeState.Running)
        {
            return;
        }

        Demand(record, RuntimeState.Paused);
        await provisioning.ResumeAsync(entry.Id, stopping);
        await SaveAsync(entry, current => current with { State = RuntimeState.Running }, stopping);
    }

    private async Task UpdateAsync(RuntimeEntry entry, RuntimeUpdate update, CancellationToken stopping)
    {
        var record = entry.Record(time.GetUtcNow());
        var name = update.Name ?? record.Name;
        var isRenamed = !string.Equals(name, record.Name, StringComparison.Ordinal);
        if (isRenamed)
        {
            _names.Take(record.Owner, name, record.Id);
        }

        try
        {
            if (update.Limits is { } limits && limits != record.Spec?.Limits)
            {
                await Provisioned(entry).Provisioning.UpdateLimitsAsync(entry.Id, limits, stopping);
            }

            await SaveAsync(entry, current => Changed(current, update), stopping);
        }
        catch when (isRenamed)
        {
            _names.Release(record.Owner, name);
            throw;
        }

        if (isRenamed)
        {
            _names.Release(record.Owner, record.Name);
        }
    }

    private static RuntimeRecord Changed(RuntimeRecord record, RuntimeUpdate update) => record with
    {
        Name = update.Name ?? record.Name,
        Attributes = update.Attributes ?? record.Attributes,
        Spec = record.Spec is { } spec ? spec with { Name = update.Name ?? spec.Name, Limits = update.Limits ?? spec.Limits } : null,
    };

    private async Task DeleteAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        if (entry.IsRemoved)
        {
            return;
        }

        var record = entry.Record(time.GetUtcNow());
        await SaveAsync(entry, current => current with { State = RuntimeState.Deleting }, stopping);
        await OrRestoreAsync(entry, record, async () =>
        {
            await entry.Connection.CloseAsync();
            await RemoveFromEngineAsync(record, stopping);
            await store.RemoveAsync(entry.Id, stopping);
        });

        entry.Remove();
        _entries.TryRemove(entry.Id, out _);
        _names.Release(record.Owner, record.Name);
        Publish(new RuntimeRemoved(record));
    }

    private async Task RemoveFromEngineAsync(RuntimeRecord record, CancellationToken stopping)
    {
        if (record.Spec is null || drivers.Find(record.Driver)?.Provisioning is not { } provisioning)
        {
            return;
        }

        try
        {
            await provisioning.DeleteAsync(record.Id, stopping);
        }
        catch (RuntimeException failure) when (failure.Error is RuntimeError.Unreachable)
        {
            // Nobody should be kept from deleting by an engine that is away: once it is back, what it has and we do not is removed.
            RegistryLog.LeftToEngine(logger, record.Id, failure);
        }
    }

    /// <summary>When a step towards another state fails, the record says again what was true before.</summary>
    private async Task OrRestoreAsync(RuntimeEntry entry, RuntimeRecord before, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            entry.AbandonCreation(unwanted: false);
            await SaveAsync(entry, current => current with { State = before.State, Error = before.Error, Reason = before.Reason }, _stopping.Token);
            _ = RefreshSoonAsync(entry);
            throw;
        }
    }

    private (RuntimeRecord Record, IProvisioning Provisioning) Provisioned(RuntimeEntry entry)
    {
        var record = entry.Record(time.GetUtcNow());
        return record.Spec is null
            ? throw new RuntimeException(RuntimeError.NotSupported, "This place exists on its own: it is only connected to, not started or stopped.")
            : (record, drivers.RequireProvisioning(record.Driver));
    }

    private static void Demand(RuntimeRecord record, RuntimeState state)
    {
        if (record.State != state)
        {
            throw new RuntimeException(RuntimeError.WrongState, $"The runtime is {record.State.ToString().ToLowerInvariant()}, not {state.ToString().ToLowerInvariant()}.");
        }
    }

    /// <summary>Writes the changed record down, then lets it be seen. Only ever called from the entry's queue.</summary>
    private async Task SaveAsync(RuntimeEntry entry, Func<RuntimeRecord, RuntimeRecord> change, CancellationToken cancellationToken)
    {
        var record = change(entry.Record(time.GetUtcNow()));
        await store.UpdateAsync(record, cancellationToken);
        entry.Replace(record);
        Publish(new RuntimeUpdated(record));
    }

    /// <summary>Logs how work ended that its asker may no longer wait for; the queue itself owns and awaits it.</summary>
    private void Own(RuntimeEntry entry, Task work)
        => _ = work.ContinueWith(
            done => RegistryLog.ChangeFailed(logger, entry.Id, done.Exception!.GetBaseException()),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
