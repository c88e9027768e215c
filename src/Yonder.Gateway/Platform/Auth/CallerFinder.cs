using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Turns a request into its <see cref="Caller"/>.</summary>
internal sealed class CallerFinder(LiveTokens tokens)
{
    /// <summary>Finds who calls; <see langword="null"/> when the request does not say and is not from our own user.</summary>
    /// <exception cref="ProblemException">It names somebody, wrongly.</exception>
    public async ValueTask<Caller?> FindAsync(HttpContext context, IPeerAuthentication? peer)
    {
        if (peer is not null)
        {
            return await peer.AuthenticateAsync(context) ?? throw new ProblemException(AuthProblems.TokenRequired);
        }

        // A token that is given counts, and only it: who presents a wrong one must not be somebody else by accident.
        if (PresentedToken.Of(context) is { } secret)
        {
            return await tokens.FindAsync(secret, context.RequestAborted) is { } live
                ? With(Visitor.Of(context), live)
                : throw new ProblemException(secret.StartsWith(TokenSecret.Start, StringComparison.Ordinal) ? AuthProblems.InvalidApiToken : AuthProblems.InvalidToken);
        }

        return SameUserTrust.Applies(context) ? Owner(Visitor.Of(context)) : null;
    }

    private static Caller Owner(Visitor visitor) => new()
    {
        UserId = LocalOwner.Id,
        Username = LocalOwner.Username,
        Tier = LocalOwner.Tier,
        Scope = Scope.Admin,
        Scopes = ScopeText.All,
        IsAdmin = true,
        Proof = CallerProof.SameUser,
        Address = visitor.Address,
        UserAgent = visitor.UserAgent,
    };

    private static Caller With(Visitor visitor, LiveToken live)
    {
        var scope = ScopeText.Highest(live.Token.Scopes);
        return new Caller
        {
            UserId = live.User.Id,
            Username = live.User.Username,
            Tier = live.User.Tier,
            Scope = scope,
            Scopes = live.Token.Scopes,
            IsAdmin = live.User.IsAdmin && scope is Scope.Admin,
            Proof = live.Token.Kind is TokenKind.Session ? CallerProof.Session : CallerProof.ApiToken,
            TokenId = live.Token.Id,
            TokenExpiresAt = live.Token.ExpiresAt,
            AllowedOrigins = live.Token.AllowedOrigins,
            Revoked = live.Revoked,
            Address = visitor.Address,
            UserAgent = visitor.UserAgent,
        };
    }
}
