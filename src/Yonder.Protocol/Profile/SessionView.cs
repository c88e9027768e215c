namespace Yonder.Protocol.Profile;

/// <summary>One sign-in.</summary>
public sealed record SessionView
{
    /// <summary>Gets the id to end it by.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the address it came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Gets the program it came from.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Gets when it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was last seen.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Gets when it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets whether it is the one that asks.</summary>
    public bool IsCurrent { get; init; }
}
