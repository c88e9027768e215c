using System.Text.RegularExpressions;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Profile;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Guests;

/// <summary>Signs guests in: each into an account of its own, unless it proves with its token that it was here before.</summary>
internal sealed partial class GuestService(UserStore users, TokenService tokens, RuntimeRegistry registry, IAuditLog audit, TimeProvider time)
{
    private const string Tier = "guest";
    private const int LongestEmail = 254;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(50);

    public async Task<GuestSession> SignInAsync(GuestRequest request, Caller? caller, Visitor visitor, CancellationToken cancellationToken)
    {
        var (username, email) = Check(request);
        var known = await FindReturningAsync(username, caller, cancellationToken);
        var user = known ?? await AddAsync(username, email, cancellationToken);
        var now = time.GetUtcNow();
        var (secret, token) = await tokens.CreateAsync(
            new TokenWish
            {
                UserId = user.Id,
                Kind = TokenKind.Session,
                Name = "guest",
                Scopes = ScopeText.Split(ScopeText.Default),
                ExpiresAt = now + Lifetime,
                Address = visitor.Address,
                UserAgent = visitor.UserAgent,
            },
            cancellationToken);
        await audit.RecordAsync(ToCaller(user, token), "guest_login", username, cancellationToken);
        return new GuestSession
        {
            Token = secret,
            User = user.ToView(),
            ExpiresIn = (int)Lifetime.TotalSeconds,
            ReturningGuest = known is not null,
            Containers = (await registry.ListAsync(user.Id, cancellationToken)).Count,
            Message = known is null ? $"Welcome, {username}." : $"Welcome back, {username}.",
        };
    }

    private static (string Username, string? Email) Check(GuestRequest request)
    {
        var username = request.Username?.Trim() ?? "";
        if (!Usernames().IsMatch(username))
        {
            throw Invalid("username must be 2 to 30 letters, digits, '_' or '-'");
        }

        var email = request.Email?.Trim();
        return email is { Length: > 0 } && (email.Length > LongestEmail || !email.Contains('@', StringComparison.Ordinal))
            ? throw Invalid("email is not an address")
            : (username, email is { Length: > 0 } ? email : null);
    }

    private static ProblemException Invalid(string message) => new(new Problem(StatusCodes.Status400BadRequest, "auth.invalid_request", message));

    private static Caller ToCaller(UserRecord user, TokenRecord token) => new()
    {
        UserId = user.Id,
        Username = user.Username,
        Tier = user.Tier,
        Scope = Scope.Write,
        IsAdmin = false,
        Proof = CallerProof.Session,
        TokenId = token.Id,
        Address = token.Address,
        UserAgent = token.UserAgent,
    };

    [GeneratedRegex(@"^[A-Za-z0-9_-]{2,30}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Usernames();

    // The name and the address are public knowledge; only the token of that very account proves who it is.
    private async Task<UserRecord?> FindReturningAsync(string username, Caller? caller, CancellationToken cancellationToken)
        => caller is { Proof: CallerProof.Session, Tier: Tier } && string.Equals(caller.Username, username, StringComparison.Ordinal)
            ? await users.FindAsync(caller.UserId, cancellationToken)
            : null;

    private async Task<UserRecord> AddAsync(string username, string? email, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var user = new UserRecord
        {
            Id = Guid.NewGuid().ToString(),
            Username = username,
            Email = email,
            Tier = Tier,
            IsAdmin = false,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await users.AddAsync(user, cancellationToken);
        return user;
    }
}
