using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes;

/// <summary>Knows how to reach one kind of place. Adding a driver is implementing this and registering it.</summary>
public interface IRuntimeDriver
{
    /// <summary>Gets the URI scheme this driver answers to, in lower case.</summary>
    string Scheme { get; }

    /// <summary>Gets the making of new runtimes; <see langword="null"/> where the driver only reaches existing places.</summary>
    IProvisioning? Provisioning => null;

    /// <summary>Says whether the driver can work here and now. Never throws for an absent engine; answers within a few seconds.</summary>
    ValueTask<DriverStatus> CheckAsync(CancellationToken cancellationToken = default);

    /// <summary>Connects to <paramref name="target"/>.</summary>
    /// <exception cref="RuntimeException">The target cannot be reached or refused us.</exception>
    ValueTask<IRuntime> ConnectAsync(RuntimeTarget target, CancellationToken cancellationToken = default);
}
