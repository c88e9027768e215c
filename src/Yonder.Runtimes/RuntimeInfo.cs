namespace Yonder.Runtimes;

/// <summary>What a driver learned about a runtime while connecting.</summary>
/// <param name="Id">The runtime's name.</param>
/// <param name="Driver">The scheme of the driver that connected it, e.g. <c>ssh</c>.</param>
/// <param name="ConnectedAt">When the connection was made.</param>
public sealed record RuntimeInfo(RuntimeId Id, string Driver, DateTimeOffset ConnectedAt)
{
    /// <summary>Gets how far the runtime is kept apart from its host, as a sentence for people, e.g. <c>bubblewrap: own processes, read-only host</c>.</summary>
    public string Isolation { get; init; } = "none";

    /// <summary>Gets where a shell starts and what a relative path is relative to.</summary>
    public RemotePath Home { get; init; } = RemotePath.Root;

    /// <summary>Gets the address others on the host's network reach the runtime at, or <see langword="null"/>.</summary>
    public string? Address { get; init; }
}
