namespace Yonder.Gateway.Platform.Auth;

/// <summary>A token as it is asked for.</summary>
internal sealed record TokenWish
{
    public required string UserId { get; init; }

    public required TokenKind Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Address { get; init; }

    public string? UserAgent { get; init; }
}
