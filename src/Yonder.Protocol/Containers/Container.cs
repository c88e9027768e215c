using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Yonder.Protocol.Containers;

/// <summary>One container, as list, get and create answer it.</summary>
public sealed record Container
{
    /// <summary>Gets the id: it never changes, and every other call takes it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name, unique among its owner's containers; every call takes it in the place of the id.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the image as it was asked for.</summary>
    public string Image { get; init; } = "";

    /// <summary>Gets the state, one of <see cref="ContainerStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Gets the set of tools it was made for.</summary>
    public string? Role { get; init; }

    /// <summary>Gets the same id under the name that some clients read.</summary>
    public string? DbId { get; init; }

    /// <summary>Gets the engine's own id.</summary>
    public string? DockerId { get; init; }

    /// <summary>Gets the owner.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when something was last done in it.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Gets when it last started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets the address it has on its host's network.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Gets for how long nothing was done in it.</summary>
    public double? IdleSeconds { get; init; }

    /// <summary>Gets a value indicating whether its terminal wants a second factor.</summary>
    public bool MfaLocked { get; init; }

    /// <summary>Gets the labels it was created with.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the environment variables it was created with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets what it may use.</summary>
    public ContainerResources? Resources { get; init; }

    /// <summary>Gets the kind of place it is in: the scheme of the driver that made it.</summary>
    public string? Driver { get; init; }

    /// <summary>Gets why it failed or ended by itself.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what happens next, for people; in the answer to a creation only.</summary>
    public string? Message { get; init; }

    /// <summary>Gets a value indicating whether the creation goes on after its answer; in that answer only.</summary>
    public bool? Async { get; init; }

    // Older clients bind only these names.
    [JsonInclude]
    [JsonPropertyName("createdAt")]
    internal DateTimeOffset CreatedAtTwin
    {
        get => CreatedAt;
        init { } // read by name above: without a setter the serializer throws when it reads this one
    }

    [JsonInclude]
    [JsonPropertyName("startedAt")]
    internal DateTimeOffset? StartedAtTwin
    {
        get => StartedAt;
        init { } // read by name above: without a setter the serializer throws when it reads this one
    }
}
