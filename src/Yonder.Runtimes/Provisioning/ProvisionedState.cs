namespace Yonder.Runtimes.Provisioning;

/// <summary>What a runtime's engine says of it.</summary>
public enum ProvisionedState
{
    /// <summary>Its processes run.</summary>
    Running,

    /// <summary>Its processes are frozen.</summary>
    Paused,

    /// <summary>It has no processes; its files are there.</summary>
    Stopped,
}
