using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>A token as the database holds it.</summary>
internal sealed class TokenRow
{
    private const string Session = "session";

    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string TokenHash { get; init; }

    public required string TokenPrefix { get; init; }

    public required string Scopes { get; init; }

    public required string AllowedOrigins { get; init; }

    public required long CreatedAt { get; init; }

    public long? ExpiresAt { get; init; }

    public long? RevokedAt { get; init; }

    public long? LastUsedAt { get; init; }

    public string? IpAddress { get; init; }

    public string? UserAgent { get; init; }

    public static string KindText(TokenKind kind) => kind is TokenKind.Session ? Session : "api";

    public static TokenRow From(TokenRecord token) => new()
    {
        Id = token.Id,
        UserId = token.UserId,
        Kind = KindText(token.Kind),
        Name = token.Name,
        TokenHash = token.Hash,
        TokenPrefix = token.Prefix,
        Scopes = ScopeText.Join(token.Scopes),
        AllowedOrigins = string.Join(' ', token.AllowedOrigins),
        CreatedAt = token.CreatedAt.ToMicros(),
        ExpiresAt = token.ExpiresAt?.ToMicros(),
        RevokedAt = token.RevokedAt?.ToMicros(),
        LastUsedAt = token.LastUsedAt?.ToMicros(),
        IpAddress = token.Address,
        UserAgent = token.UserAgent,
    };

    public TokenRecord ToRecord() => new()
    {
        Id = Id,
        UserId = UserId,
        Kind = Kind is Session ? TokenKind.Session : TokenKind.Api,
        Name = Name,
        Hash = TokenHash,
        Prefix = TokenPrefix,
        Scopes = ScopeText.Split(Scopes),
        AllowedOrigins = AllowedOrigins.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        CreatedAt = Micros.FromMicros(CreatedAt),
        ExpiresAt = Micros.FromMicros(ExpiresAt),
        RevokedAt = Micros.FromMicros(RevokedAt),
        LastUsedAt = Micros.FromMicros(LastUsedAt),
        Address = IpAddress,
        UserAgent = UserAgent,
    };
}
