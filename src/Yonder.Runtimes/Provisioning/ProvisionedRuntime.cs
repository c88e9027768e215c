namespace Yonder.Runtimes.Provisioning;

/// <summary>A runtime that a driver made, as its engine describes it now.</summary>
/// <param name="Id">Our id.</param>
/// <param name="State">Whether it runs.</param>
public sealed record ProvisionedRuntime(RuntimeId Id, ProvisionedState State)
{
    /// <summary>Gets the engine's own id, e.g. the container's.</summary>
    public string? EngineId { get; init; }

    /// <summary>Gets the address others on the host's network reach it at.</summary>
    public string? Address { get; init; }

    /// <summary>Gets when it last started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets why it is stopped, when it ended by itself, e.g. <c>out of memory</c>.</summary>
    public string? Reason { get; init; }
}
