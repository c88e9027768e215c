namespace Yonder.Gateway.Platform.Auth;

/// <summary>Makes, lists and ends tokens, so that what the database says and what is in use never differ.</summary>
internal sealed class TokenService(TokenStore store, LiveTokens live, AllowedOrigins origins, TimeProvider time, ILogger<TokenService> logger)
{
    /// <summary>Makes a token; the secret is in the answer and nowhere else.</summary>
    public async Task<(string Secret, TokenRecord Token)> CreateAsync(TokenWish wish, CancellationToken cancellationToken)
    {
        var secret = TokenSecret.Create();
        var token = new TokenRecord
        {
            Id = Guid.CreateVersion7().ToString(),
            UserId = wish.UserId,
            Kind = wish.Kind,
            Name = wish.Name,
            Hash = TokenSecret.HashOf(secret),
            Prefix = TokenSecret.PrefixOf(secret),
            Scopes = wish.Scopes,
            AllowedOrigins = wish.AllowedOrigins,
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = wish.ExpiresAt,
            Address = wish.Address,
            UserAgent = wish.UserAgent,
        };
        await store.AddAsync(token, cancellationToken);
        origins.Forget();
        return (secret, token);
    }

    public Task<IReadOnlyList<TokenRecord>> ListAsync(string userId, TokenKind kind, CancellationToken cancellationToken)
        => store.ListAsync(userId, kind, time.GetUtcNow(), cancellationToken);

    /// <summary>Ends a token of a user and everything that uses it; says whether there was one.</summary>
    public async Task<bool> RevokeAsync(string userId, TokenKind kind, string id, CancellationToken cancellationToken)
        => await store.RevokeAsync(userId, kind, id, time.GetUtcNow(), cancellationToken) && await EndAsync(userId, id);

    /// <summary>As <see cref="RevokeAsync"/>, and forgets that there ever was one.</summary>
    public async Task<bool> DeleteAsync(string userId, TokenKind kind, string id, CancellationToken cancellationToken)
        => await store.DeleteAsync(userId, kind, id, cancellationToken) && await EndAsync(userId, id);

    private async Task<bool> EndAsync(string userId, string id)
    {
        origins.Forget();
        await live.RevokeAsync(id);
        logger.TokenRevoked(id, userId);
        return true;
    }
}
