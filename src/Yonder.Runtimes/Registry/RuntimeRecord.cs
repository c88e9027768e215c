using System.Collections.Immutable;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>What the gateway knows of one runtime. A change makes a new record.</summary>
public sealed record RuntimeRecord
{
    /// <summary>Gets the id, which never changes.</summary>
    public required RuntimeId Id { get; init; }

    /// <summary>Gets the user it belongs to.</summary>
    public required string Owner { get; init; }

    /// <summary>Gets the name people know it by, unique among its owner's.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the scheme of the driver that reaches it.</summary>
    public required string Driver { get; init; }

    /// <summary>Gets the wish it is made from; <see langword="null"/> when it exists on its own and is only connected to.</summary>
    public ProvisionSpec? Spec { get; init; }

    /// <summary>Gets the address of a place that exists on its own; <see langword="null"/> when the driver makes it from <see cref="Spec"/>.</summary>
    public Uri? Address { get; init; }

    /// <summary>Gets what the slice that made it wants to remember.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets where it is in its life.</summary>
    public required RuntimeState State { get; init; }

    /// <summary>Gets why it failed, as a name to act on.</summary>
    public RuntimeError? Error { get; init; }

    /// <summary>Gets why it failed or ended by itself, as a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the engine's own id, e.g. the container's.</summary>
    public string? EngineId { get; init; }

    /// <summary>Gets the address others on the host's network reach it at.</summary>
    public string? HostAddress { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets when it was last used; the present while it is in use.</summary>
    public required DateTimeOffset LastUsedAt { get; init; }

    /// <summary>Gets a value indicating whether it is still being made.</summary>
    public bool IsPending => State is RuntimeState.Creating or RuntimeState.Configuring;
}
