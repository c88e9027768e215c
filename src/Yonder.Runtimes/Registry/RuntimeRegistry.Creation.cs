using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

public sealed partial class RuntimeRegistry
{
    /// <summary>Checks a wish, writes it down and starts to make it; <see cref="WaitReadyAsync"/> waits for the end. A place that exists on its own is ready at once.</summary>
    /// <exception cref="RuntimeException">The name is taken, the owner has as many as allowed, or no driver here can ever fulfil the wish.</exception>
    public async ValueTask<RuntimeRecord> CreateAsync(NewRuntime wish, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await _loaded.Task.WaitAsync(cancellationToken);
        var record = await CheckAsync(wish, cancellationToken);
        _names.Take(record.Owner, record.Name, record.Id, wish.OwnerLimit);
        try
        {
            await store.AddAsync(record, cancellationToken);
        }
        catch
        {
            _names.Release(record.Owner, record.Name);
            throw;
        }

        var entry = new RuntimeEntry(record, _stopping.Token);
        if (record.Spec is not null)
        {
            entry.ExpectCreation();
        }

        _entries[record.Id] = entry;
        Publish(new RuntimeAdded(record));
        if (record.Spec is not null)
        {
            Own(entry, entry.Queue.RunAsync(token => MakeAsync(entry, token)));
        }

        return record;
    }

    private async ValueTask<RuntimeRecord> CheckAsync(NewRuntime wish, CancellationToken cancellationToken)
    {
        var driver = wish.Driver is { } scheme ? drivers.Require(scheme) : await drivers.DefaultAsync(cancellationToken);
        var id = new RuntimeId(Guid.NewGuid().ToString());
        var spec = wish.Spec is { } wished ? wished with { Id = id, Name = wish.Name } : null;
        if ((spec is null) == (wish.Address is null))
        {
            throw new ArgumentException("A wish has either a spec or an address.", nameof(wish));
        }

        if (spec is not null)
        {
            await drivers.RequireProvisioning(driver.Scheme).ValidateAsync(spec, cancellationToken);
        }

        var now = Now();
        return new RuntimeRecord
        {
            Id = id,
            Owner = wish.Owner,
            Name = wish.Name,
            Driver = driver.Scheme,
            Spec = spec,
            Address = wish.Address,
            Attributes = wish.Attributes,
            State = spec is null ? RuntimeState.Running : RuntimeState.Creating,
            CreatedAt = now,
            LastUsedAt = now,
        };
    }

    /// <summary>Makes the runtime of an entry's wish and says in its record how that ended.</summary>
    private async Task MakeAsync(RuntimeEntry entry, CancellationToken stopping)
    {
        entry.ExpectCreation();
        using var creation = entry.BeginCreation(stopping);
        try
        {
            var made = await MakeInTurnAsync(entry, creation.Token);
            await SaveAsync(entry, record => Running(record, made), stopping);
            RegistryLog.Made(logger, entry.Id);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The record still says Creating: the next start of the gateway finishes it.
        }
        catch (OperationCanceledException)
        {
            await SaveAsync(entry, record => Failed(record, RuntimeError.Failed, "The creation was cancelled."), stopping);
        }
        catch (RuntimeException failure)
        {
            RegistryLog.MakingFailed(logger, entry.Id, failure);
            await SaveAsync(entry, record => Failed(record, failure.Error, failure.Message), stopping);
        }
        catch (Exception failure)
        {
            RegistryLog.MakingFailed(logger, entry.Id, failure);
            await SaveAsync(entry, record => Failed(record, RuntimeError.Failed, "The runtime could not be made; the gateway's log says why."), stopping);
        }
        finally
        {
            // Last, so that whoever follows the steps to their end finds the record as it became.
            entry.EndCreation();
            Publish(new RuntimeMade(entry.Record(time.GetUtcNow())));
        }
    }

    private async Task<ProvisionedRuntime> MakeInTurnAsync(RuntimeEntry entry, CancellationToken cancellationToken)
    {
        await _creations.WaitAsync(cancellationToken);
        try
        {
            var record = entry.Record(time.GetUtcNow());
            return await drivers.RequireProvisioning(record.Driver).CreateAsync(record.Spec!, new CreationProgress(this, entry), cancellationToken);
        }
        finally
        {
            _creations.Release();
        }
    }

    private RuntimeRecord Running(RuntimeRecord record, ProvisionedRuntime made) => record with
    {
        State = RuntimeState.Running,
        Error = null,
        Reason = null,
        EngineId = made.EngineId ?? record.EngineId,
        HostAddress = made.Address,
        StartedAt = made.StartedAt ?? Now(),
    };

    private static RuntimeRecord Failed(RuntimeRecord record, RuntimeError error, string reason)
        => record with { State = RuntimeState.Failed, Error = error, Reason = reason };

    /// <summary>The present, as exact as the store keeps it.</summary>
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private void Progressed(RuntimeEntry entry, ProvisionProgress progress)
    {
        var record = entry.Record(time.GetUtcNow());
        if (progress.Stage is ProvisionStage.Configuring && record.State is RuntimeState.Creating)
        {
            // Not written down: after a crash a half-made runtime is made anew, whichever of the two it was.
            record = record with { State = RuntimeState.Configuring };
            entry.Replace(record);
            Publish(new RuntimeUpdated(record));
        }

        entry.Progress?.Publish(progress);
        Publish(new RuntimeProgressed(record, progress));
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, tells at once and in order.</summary>
    private sealed class CreationProgress(RuntimeRegistry registry, RuntimeEntry entry) : IProgress<ProvisionProgress>
    {
        public void Report(ProvisionProgress value) => registry.Progressed(entry, value);
    }
}
