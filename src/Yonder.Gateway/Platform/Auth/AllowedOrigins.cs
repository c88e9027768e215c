namespace Yonder.Gateway.Platform.Auth;

/// <summary>Which foreign pages may call at all: those of <c>--allow-origin</c>, and those that some token allows for itself.</summary>
internal sealed class AllowedOrigins(GatewayOptions options, TokenStore tokens, TimeProvider time)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);

    // Replaced whole; null means "ask the database".
    private volatile Snapshot? _ofTokens;

    /// <summary>Says whether <paramref name="list"/> has <paramref name="origin"/>, by name or by <c>*</c>.</summary>
    public static bool Matches(IEnumerable<string> list, string origin)
        => list.Any(allowed => allowed is "*" || string.Equals(allowed.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says whether <c>--allow-origin</c> has it: then any token may be used from there.</summary>
    public bool IsAllowedForAll(string origin) => Matches(options.AllowedOrigins, origin);

    /// <summary>Says whether a browser should be let through to ask: the request itself is checked against its token.</summary>
    public async ValueTask<bool> IsKnownAsync(string origin, CancellationToken cancellationToken)
    {
        if (IsAllowedForAll(origin))
        {
            return true;
        }

        var now = time.GetUtcNow();
        var known = _ofTokens;
        if (known is null || now - known.TakenAt > Trusted)
        {
            known = new Snapshot(await tokens.ListAllowedOriginsAsync(now, cancellationToken), now);
            _ofTokens = known;
        }

        return Matches(known.Origins, origin);
    }

    /// <summary>Forgets what tokens allow, because a token came or went.</summary>
    public void Forget() => _ofTokens = null;

    private sealed record Snapshot(IReadOnlyList<string> Origins, DateTimeOffset TakenAt);
}
