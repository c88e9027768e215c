using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol.Tokens;

namespace Yonder.Gateway.Features.Tokens;

internal static class TokensMapping
{
    public static ApiToken ToView(this TokenRecord token) => new()
    {
        Id = token.Id,
        UserId = token.UserId,
        Name = token.Name,
        TokenPrefix = token.Prefix,
        Scopes = token.Scopes,
        AllowedOrigins = token.AllowedOrigins,
        LastUsedAt = token.LastUsedAt,
        ExpiresAt = token.ExpiresAt,
        CreatedAt = token.CreatedAt,
    };

    public static CreatedToken ToCreated(this TokenRecord token, string secret) => new()
    {
        Token = secret,
        Id = token.Id,
        Name = token.Name,
        TokenPrefix = token.Prefix,
        Scopes = token.Scopes,
        AllowedOrigins = token.AllowedOrigins,
        ExpiresAt = token.ExpiresAt,
        CreatedAt = token.CreatedAt,
        Message = "Keep this token: it is shown only now.",
    };
}
