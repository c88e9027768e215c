using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>The tokens in use: found once in the database, then known here until they are revoked or expire.</summary>
internal sealed class LiveTokens(TokenStore tokens, UserStore users, TimeProvider time) : IDisposable
{
    // Well below the number of parameters that a statement may have in either database.
    private const int Batch = 500;

    private readonly ConcurrentDictionary<string, LiveToken> _byHash = new(StringComparer.Ordinal);

    /// <summary>Finds what <paramref name="secret"/> stands for; <see langword="null"/> when it is unknown, revoked or expired.</summary>
    public async ValueTask<LiveToken?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = TokenSecret.HashOf(secret);
        var live = _byHash.TryGetValue(hash, out var known) ? known : await LoadAsync(hash, cancellationToken);
        var now = time.GetUtcNow();
        if (live is null || !IsSame(live.Token.Hash, hash) || !live.Token.IsValidAt(now) || live.Revoked.IsCancellationRequested)
        {
            return null;
        }

        live.MarkUsed(now);
        return live;
    }

    /// <summary>Ends everything that uses the token, now.</summary>
    public async Task RevokeAsync(string tokenId)
    {
        foreach (var (hash, live) in _byHash)
        {
            if (string.Equals(live.Token.Id, tokenId, StringComparison.Ordinal) && _byHash.TryRemove(hash, out _))
            {
                await live.RevokeAsync();
            }
        }
    }

    /// <summary>Writes back when tokens were used, and ends those that expired or that another gateway on the same database revoked.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in _byHash.Values.Chunk(Batch))
        {
            var now = time.GetUtcNow();
            var used = batch.Where(live => live.TakeUse()).Select(live => live.Token.Id).ToList();
            if (used.Count > 0)
            {
                await tokens.TouchAsync(used, now, cancellationToken);
            }

            var usable = await tokens.FilterUsableAsync([.. batch.Select(live => live.Token.Id)], now, cancellationToken);
            foreach (var gone in batch.ExceptBy(usable, live => live.Token.Id, StringComparer.Ordinal))
            {
                await RevokeAsync(gone.Token.Id);
            }
        }
    }

    public void Dispose()
    {
        foreach (var live in _byHash.Values)
        {
            live.Dispose();
        }
    }

    // The lookup is by a hash that only the token's holder can make; comparing it once more costs nothing and takes the same time for any two.
    private static bool IsSame(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));

    private async ValueTask<LiveToken?> LoadAsync(string hash, CancellationToken cancellationToken)
    {
        if (await tokens.FindByHashAsync(hash, cancellationToken) is not { } token
            || !token.IsValidAt(time.GetUtcNow())
            || await users.FindAsync(token.UserId, cancellationToken) is not { } user)
        {
            return null;
        }

        var live = new LiveToken(token, user);
        var kept = _byHash.GetOrAdd(hash, live);
        if (!ReferenceEquals(kept, live))
        {
            live.Dispose();
        }
        else if (await tokens.FindByHashAsync(hash, cancellationToken) is not { RevokedAt: null })
        {
            // Revoked between the first look and the moment it was known here: the one who revoked it could not tell us.
            await RevokeAsync(token.Id);
        }

        return kept;
    }
}
