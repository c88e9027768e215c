using Yonder.Gateway.Platform.Auth;

namespace Yonder.Gateway.Tests.Platform.Auth;

public sealed class TokenStoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_stored_is_found_again_as_it_was(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);
        var store = await PrepareAsync(test);
        var token = Token("t1") with { ExpiresAt = Now.AddDays(1), AllowedOrigins = ["https://a.example", "*"], Address = "::1", UserAgent = "x" };

        await store.AddAsync(token, CancellationToken.None);

        var found = await store.FindByHashAsync(token.Hash, CancellationToken.None);
        found.ShouldNotBeNull();
        found.Scopes.ShouldBe(token.Scopes);
        found.AllowedOrigins.ShouldBe(token.AllowedOrigins);
        found.ShouldBe(token with { Scopes = found.Scopes, AllowedOrigins = found.AllowedOrigins }); // records compare lists by reference
        (await store.FindByHashAsync("other", CancellationToken.None)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_usable_tokens_of_the_user_are_listed(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);
        var store = await PrepareAsync(test);
        await store.AddAsync(Token("good"), CancellationToken.None);
        await store.AddAsync(Token("expired") with { ExpiresAt = Now.AddDays(-1) }, CancellationToken.None);
        await store.AddAsync(Token("session") with { Kind = TokenKind.Session }, CancellationToken.None);
        await store.AddAsync(Token("revoked"), CancellationToken.None);
        await store.AddAsync(Token("foreign") with { UserId = "u2" }, CancellationToken.None);
        (await store.RevokeAsync("u1", TokenKind.Api, "revoked", Now, CancellationToken.None)).ShouldBeTrue();

        (await store.RevokeAsync("u1", TokenKind.Api, "foreign", Now, CancellationToken.None)).ShouldBeFalse();
        (await store.RevokeAsync("u1", TokenKind.Api, "revoked", Now, CancellationToken.None)).ShouldBeFalse();
        (await store.ListAsync("u1", TokenKind.Api, Now, CancellationToken.None)).Select(token => token.Id).ShouldBe(["good"]);
        (await store.FilterUsableAsync(["good", "expired", "revoked", "none"], Now, CancellationToken.None)).ShouldBe(["good"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_that_another_gateway_revoked_ends_at_the_next_sweep(TestStorage storage)
    {
        await using var test = await TestDatabase.CreateAsync(storage);
        var store = await PrepareAsync(test);
        using var live = new LiveTokens(store, new UserStore(test.Database), TimeProvider.System);
        var secret = TokenSecret.Create();
        await store.AddAsync(Token("t1") with { Hash = TokenSecret.HashOf(secret) }, CancellationToken.None);
        var found = await live.FindAsync(secret, CancellationToken.None);
        found.ShouldNotBeNull();

        await store.RevokeAsync("u1", TokenKind.Api, "t1", Now, CancellationToken.None);
        await live.SweepAsync(CancellationToken.None);

        found.Revoked.IsCancellationRequested.ShouldBeTrue();
        (await live.FindAsync(secret, CancellationToken.None)).ShouldBeNull();
    }

    private static async Task<TokenStore> PrepareAsync(TestDatabase test)
    {
        var users = new UserStore(test.Database);
        foreach (var id in (string[])["u1", "u2"])
        {
            await users.AddAsync(new UserRecord { Id = id, Username = id, Tier = "free", IsAdmin = false, CreatedAt = Now, UpdatedAt = Now }, CancellationToken.None);
        }

        return new TokenStore(test.Database);
    }

    private static TokenRecord Token(string id) => new()
    {
        Id = id,
        UserId = "u1",
        Kind = TokenKind.Api,
        Name = id,
        Hash = $"hash of {id}",
        Prefix = "rexec_000000",
        Scopes = ["read", "write"],
        AllowedOrigins = [],
        CreatedAt = Now,
    };
}
