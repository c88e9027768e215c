namespace Yonder.Runtimes.Registry;

/// <summary>Where a runtime is in its life.</summary>
public enum RuntimeState
{
    /// <summary>It is being made, or waits for its turn.</summary>
    Creating,

    /// <summary>It runs and is being set up.</summary>
    Configuring,

    /// <summary>It can be used.</summary>
    Running,

    /// <summary>Its processes are being ended.</summary>
    Stopping,

    /// <summary>It has no processes; its files are there.</summary>
    Stopped,

    /// <summary>Its processes are frozen.</summary>
    Paused,

    /// <summary>It could not be made, or its engine lost it; the record says why.</summary>
    Failed,

    /// <summary>It is being removed.</summary>
    Deleting,
}
