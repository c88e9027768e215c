namespace Yonder.Drivers.Docker.Engine;

/// <summary>What answers at an endpoint, and the API version that both sides know.</summary>
/// <param name="Api">The version that requests name.</param>
/// <param name="IsPodman">Whether it is Podman's compatible service, which differs in details.</param>
internal sealed record EngineIdentity(Version Api, bool IsPodman)
{
    /// <summary>Gets the newest version that this client was written for.</summary>
    public static Version Newest { get; } = new(1, 51);

    /// <summary>Gets the oldest version with all that the driver needs (init processes, environment and directory of an exec).</summary>
    public static Version Oldest { get; } = new(1, 35);

    /// <summary>Gets a value indicating whether a terminal's size can be said when it is made.</summary>
    public bool KnowsConsoleSize => Api >= new Version(1, 42) && !IsPodman;
}
