namespace Yonder.Runtimes.Provisioning;

/// <summary>Makes, runs and removes runtimes. What a driver made it finds again after a restart of ours or of its engine: the place carries our id.</summary>
/// <remarks>Ids that the driver does not know are <see cref="RuntimeError.NotFound"/>; an engine that does not answer is <see cref="RuntimeError.Unreachable"/>.</remarks>
public interface IProvisioning
{
    /// <summary>Checks a wish before anything is made, so that a bad one fails at once.</summary>
    /// <exception cref="RuntimeException">The driver can never fulfil the wish, e.g. an image it has no way to get; the message names the ways out.</exception>
    ValueTask ValidateAsync(ProvisionSpec spec, CancellationToken cancellationToken = default);

    /// <summary>Makes and starts a runtime, or leaves nothing behind.</summary>
    /// <param name="spec">What to make; its id is new.</param>
    /// <param name="progress">Told what happens, in order; called on any thread.</param>
    /// <param name="cancellationToken">Stops and removes what was made.</param>
    ValueTask<ProvisionedRuntime> CreateAsync(ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken = default);

    /// <summary>Starts a stopped runtime. Does nothing when it runs.</summary>
    ValueTask<ProvisionedRuntime> StartAsync(RuntimeId id, CancellationToken cancellationToken = default);

    /// <summary>Stops a runtime: politely first, by force after <paramref name="grace"/>. Does nothing when it is stopped.</summary>
    ValueTask StopAsync(RuntimeId id, TimeSpan grace, CancellationToken cancellationToken = default);

    /// <summary>Freezes every process of a running runtime.</summary>
    ValueTask PauseAsync(RuntimeId id, CancellationToken cancellationToken = default);

    /// <summary>Lets a paused runtime go on.</summary>
    ValueTask ResumeAsync(RuntimeId id, CancellationToken cancellationToken = default);

    /// <summary>Stops by force and removes the runtime with everything in it. Does nothing when it is gone.</summary>
    ValueTask DeleteAsync(RuntimeId id, CancellationToken cancellationToken = default);

    /// <summary>Changes the limits of a runtime, keeping its files and, where the engine can, its processes.</summary>
    ValueTask UpdateLimitsAsync(RuntimeId id, ResourceLimits limits, CancellationToken cancellationToken = default);

    /// <summary>Describes one runtime of ours as it is now; <see langword="null"/> when it is gone.</summary>
    ValueTask<ProvisionedRuntime?> FindAsync(RuntimeId id, CancellationToken cancellationToken = default);

    /// <summary>Lists all runtimes that this gateway's data folder has made with the driver, running or not.</summary>
    IAsyncEnumerable<ProvisionedRuntime> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Connects to a runtime that runs.</summary>
    /// <exception cref="RuntimeException">It does not run (<see cref="RuntimeError.WrongState"/>).</exception>
    ValueTask<IRuntime> ConnectAsync(RuntimeId id, CancellationToken cancellationToken = default);

    /// <summary>Tells what happens to runtimes without our doing, until cancelled; an engine that goes away and comes back is survived and told.</summary>
    IAsyncEnumerable<ProvisionChange> WatchAsync(CancellationToken cancellationToken = default);
}
