namespace Yonder.Runtimes.Registry;

public sealed partial class RuntimeRegistry
{
    /// <summary>Waits until a runtime is no longer being made and returns it as it is then: it may have been stopped meanwhile.</summary>
    /// <exception cref="RuntimeException">There is none (<see cref="RuntimeError.NotFound"/>), making it failed (the reason), or took longer than <see cref="RuntimeRegistryOptions.ReadyTimeout"/>.</exception>
    public async ValueTask<RuntimeRecord> WaitReadyAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var entry = await RequireAsync(id, cancellationToken);
        try
        {
            await entry.Ready.WaitAsync(options.ReadyTimeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new RuntimeException(RuntimeError.TimedOut, "The runtime is still being made; try again in a moment.");
        }

        var record = entry.Record(time.GetUtcNow());
        return entry.IsRemoved
            ? throw Missing(id)
            : record.State is RuntimeState.Failed
                ? throw new RuntimeException(record.Error ?? RuntimeError.Failed, record.Reason ?? "The runtime failed.")
                : record;
    }

    /// <summary>Returns the live runtime, waiting for one that is still being made. It is shared and belongs to the registry: do not dispose it. It is connected again when its connection was lost.</summary>
    /// <exception cref="RuntimeException">There is none (<see cref="RuntimeError.NotFound"/>), it does not run (<see cref="RuntimeError.WrongState"/>), or it cannot be reached.</exception>
    public async ValueTask<IRuntime> OpenAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var record = await WaitReadyAsync(id, cancellationToken);
        if (record.State is not RuntimeState.Running)
        {
            throw new RuntimeException(RuntimeError.WrongState, record.State is RuntimeState.Paused ? "The runtime is paused: resume it first." : "The runtime is not running: start it first.");
        }

        var entry = await RequireAsync(id, cancellationToken);
        return await entry.Connection.OpenAsync(token => ConnectAsync(record, token)).WaitAsync(cancellationToken);
    }

    private async Task<IRuntime> ConnectAsync(RuntimeRecord record, CancellationToken cancellationToken)
        => record.Address is { } address
            ? await drivers.Require(record.Driver).ConnectAsync(new RuntimeTarget(record.Id, address), cancellationToken)
            : await drivers.RequireProvisioning(record.Driver).ConnectAsync(record.Id, cancellationToken);
}
