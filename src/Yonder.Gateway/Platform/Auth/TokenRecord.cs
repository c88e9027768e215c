namespace Yonder.Gateway.Platform.Auth;

/// <summary>What is kept of a token: everything but the token.</summary>
internal sealed record TokenRecord
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required TokenKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Gets the SHA-256 of the whole token, in lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Gets its first characters, by which its user knows it again.</summary>
    public required string Prefix { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Gets the origins whose pages may use it, beside the gateway's own.</summary>
    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Gets the address it was made from.</summary>
    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}
