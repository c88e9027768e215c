using Dapper;
using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Platform.Auth;

internal sealed class TokenStore(Database database)
{
    public Task AddAsync(TokenRecord token, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            """
            INSERT INTO tokens (id, user_id, kind, name, token_hash, token_prefix, scopes, allowed_origins, created_at, expires_at, ip_address, user_agent)
            VALUES (@Id, @UserId, @Kind, @Name, @TokenHash, @TokenPrefix, @Scopes, @AllowedOrigins, @CreatedAt, @ExpiresAt, @IpAddress, @UserAgent)
            """,
            TokenRow.From(token),
            cancellationToken);

    public async Task<TokenRecord?> FindByHashAsync(string hash, CancellationToken cancellationToken)
        => (await database.FirstOrDefaultAsync<TokenRow>("SELECT * FROM tokens WHERE token_hash = @hash", new { hash }, cancellationToken))?.ToRecord();

    /// <summary>Lists a user's usable tokens, newest first.</summary>
    public async Task<IReadOnlyList<TokenRecord>> ListAsync(string userId, TokenKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<TokenRow>(
            """
            SELECT * FROM tokens WHERE user_id = @userId AND kind = @kind AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > @now)
            ORDER BY created_at DESC, id DESC
            """,
            new { userId, kind = TokenRow.KindText(kind), now = now.ToMicros() },
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Revokes one token of a user; says whether there was one to revoke.</summary>
    public async Task<bool> RevokeAsync(string userId, TokenKind kind, string id, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            "UPDATE tokens SET revoked_at = @now WHERE id = @id AND user_id = @userId AND kind = @kind AND revoked_at IS NULL",
            new { id, userId, kind = TokenRow.KindText(kind), now = now.ToMicros() },
            cancellationToken) > 0;

    /// <summary>Removes one token of a user for good; says whether there was one.</summary>
    public async Task<bool> DeleteAsync(string userId, TokenKind kind, string id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            "DELETE FROM tokens WHERE id = @id AND user_id = @userId AND kind = @kind",
            new { id, userId, kind = TokenRow.KindText(kind) },
            cancellationToken) > 0;

    /// <summary>Lists every origin that some usable token allows.</summary>
    public async Task<IReadOnlyList<string>> ListAllowedOriginsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lists = await database.QueryAsync<string>(
            "SELECT allowed_origins FROM tokens WHERE allowed_origins <> '' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > @now)",
            new { now = now.ToMicros() },
            cancellationToken);
        return [.. lists.SelectMany(list => list.Split(' ')).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Gives back those of <paramref name="ids"/> that are still usable.</summary>
    public Task<IReadOnlyList<string>> FilterUsableAsync(IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { now = now.ToMicros() });
        return database.QueryAsync<string>(
            $"SELECT id FROM tokens WHERE id IN {SqlList.Add(parameters, "id", ids)} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > @now)",
            parameters,
            cancellationToken);
    }

    public Task TouchAsync(IReadOnlyList<string> ids, DateTimeOffset usedAt, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { usedAt = usedAt.ToMicros() });
        return database.ExecuteAsync($"UPDATE tokens SET last_used_at = @usedAt WHERE id IN {SqlList.Add(parameters, "id", ids)}", parameters, cancellationToken);
    }
}
