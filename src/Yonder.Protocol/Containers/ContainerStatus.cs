namespace Yonder.Protocol.Containers;

/// <summary>The states a container is in. Texts and not an enum, so that a client is not broken by a state it does not know.</summary>
public static class ContainerStatus
{
    /// <summary>It is being made; what depends on it waits.</summary>
    public const string Creating = "creating";

    /// <summary>It runs, and is still being set up.</summary>
    public const string Configuring = "configuring";

    /// <summary>It runs.</summary>
    public const string Running = "running";

    /// <summary>It exists and does not run.</summary>
    public const string Stopped = "stopped";

    /// <summary>Its processes are frozen.</summary>
    public const string Paused = "paused";

    /// <summary>It could not be made, or broke.</summary>
    public const string Error = "error";
}
