using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Tokens;

namespace Yonder.Gateway.Features.Tokens;

/// <summary>Which tokens may be made: none that can do more, or lasts longer, than what makes it.</summary>
internal static class TokenRules
{
    private const int LongestName = 100;
    private const int MostDays = 3650;
    private const int MostOrigins = 20;

    /// <summary>Turns a request into the token to make.</summary>
    /// <exception cref="ProblemException">It asks for what cannot be, or what its caller may not give.</exception>
    public static TokenWish Check(CreateTokenRequest request, Caller caller, DateTimeOffset now)
    {
        var scopes = request.Scopes is { Count: > 0 } asked ? asked : ScopeText.Split(ScopeText.Default);
        var wish = new TokenWish
        {
            UserId = caller.UserId,
            Kind = TokenKind.Api,
            Name = Name(request.Name),
            Scopes = Scopes(scopes, caller),
            AllowedOrigins = Origins(request.AllowedOrigins ?? []),
            ExpiresAt = Expiry(request.ExpiresIn, caller, now),
            Address = caller.Address,
            UserAgent = caller.UserAgent,
        };
        return wish;
    }

    private static string Name(string? name) => name?.Trim() switch
    {
        null or "" => throw Invalid("name is required"),
        { Length: > LongestName } => throw Invalid($"name is longer than {LongestName} characters"),
        var usable => usable,
    };

    private static IReadOnlyList<string> Scopes(IReadOnlyList<string> scopes, Caller caller)
    {
        if (scopes.FirstOrDefault(scope => !ScopeText.IsKnown(scope)) is { } unknown)
        {
            throw Invalid($"unknown scope '{unknown}'; there are: read, write, admin, agent");
        }

        return ScopeText.Highest(scopes) <= caller.Scope && (caller.IsAdmin || !scopes.Contains("admin", StringComparer.Ordinal))
            ? ScopeText.Split(ScopeText.Join(scopes))
            : throw new ProblemException(new Problem(
                StatusCodes.Status403Forbidden, "auth.scope_missing", "A token cannot be given scopes that the one making it does not have"));
    }

    private static IReadOnlyList<string> Origins(IReadOnlyList<string> origins)
    {
        if (origins.Count > MostOrigins)
        {
            throw Invalid($"more than {MostOrigins} allowed_origins");
        }

        return origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
            ? throw Invalid($"'{wrong}' is not an origin; an origin is like https://example.com, or * for any")
            : [.. origins.Select(origin => origin.TrimEnd('/'))];
    }

    private static bool IsOrigin(string text)
        => text is "*"
            || (Uri.TryCreate(text, UriKind.Absolute, out var url)
                && url.Scheme is "http" or "https"
                && url is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" });

    private static DateTimeOffset? Expiry(int? days, Caller caller, DateTimeOffset now)
    {
        if (days is < 1 or > MostDays)
        {
            throw Invalid($"expires_in must be 1 to {MostDays} days");
        }

        DateTimeOffset? wished = days is { } count ? now.AddDays(count) : null;
        return caller.TokenExpiresAt is { } last && (wished is null || wished > last) ? last : wished;
    }

    private static ProblemException Invalid(string message) => new(new Problem(StatusCodes.Status400BadRequest, "token.invalid_request", message));
}
