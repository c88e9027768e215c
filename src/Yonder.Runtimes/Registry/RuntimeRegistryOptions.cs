namespace Yonder.Runtimes.Registry;

/// <summary>How the registry behaves.</summary>
public sealed record RuntimeRegistryOptions
{
    /// <summary>Gets the scheme of the driver that makes runtimes when nobody names one; chosen by what works here when <see langword="null"/>.</summary>
    public string? DefaultDriver { get; init; }

    /// <summary>Gets how many runtimes are made at once; others wait their turn.</summary>
    public int MaxConcurrentCreations { get; init; } = 4;

    /// <summary>Gets how long somebody who needs a runtime waits for it to be made.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets how long processes may take to end when a runtime is stopped.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how long the first caller waits for the engines to say what they still have after a start of the gateway.</summary>
    public TimeSpan RecoveryPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Gets the pause before a driver whose watch failed is watched again.</summary>
    public TimeSpan WatchRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets how often the times of last use are written to the store.</summary>
    public TimeSpan ActivityFlush { get; init; } = TimeSpan.FromMinutes(1);
}
