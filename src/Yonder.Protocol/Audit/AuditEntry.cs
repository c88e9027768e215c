namespace Yonder.Protocol.Audit;

/// <summary>Something a user did.</summary>
public sealed record AuditEntry
{
    /// <summary>Gets the id of the entry.</summary>
    public required string Id { get; init; }

    /// <summary>Gets who did it.</summary>
    public required string UserId { get; init; }

    /// <summary>Gets what was done, e.g. <c>token_created</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Gets the address it came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Gets the program it came from.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Gets what it was done to.</summary>
    public string? Details { get; init; }

    /// <summary>Gets when.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
