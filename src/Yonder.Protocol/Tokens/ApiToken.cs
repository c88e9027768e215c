namespace Yonder.Protocol.Tokens;

/// <summary>A token as it is listed: without its secret.</summary>
public sealed record ApiToken
{
    /// <summary>Gets the id to revoke it by.</summary>
    public required string Id { get; init; }

    /// <summary>Gets whose it is.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets what it is for.</summary>
    public string Name { get; init; } = "";

    /// <summary>Gets the beginning of the secret, to recognise it by.</summary>
    public string TokenPrefix { get; init; } = "";

    /// <summary>Gets what it may do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets the foreign origins whose pages may use it.</summary>
    public IReadOnlyList<string>? AllowedOrigins { get; init; }

    /// <summary>Gets when it was last used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Gets when it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
