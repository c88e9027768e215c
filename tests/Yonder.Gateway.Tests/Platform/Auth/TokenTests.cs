using System.Net;

namespace Yonder.Gateway.Tests.Platform.Auth;

public sealed class TokenTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_token_is_shown_once_and_kept_as_a_hash()
    {
        var made = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "ci", expires_in = 7 });
        var secret = made.Text("token")!;

        made.Status.ShouldBe(HttpStatusCode.Created);
        secret.ShouldMatch("^rexec_[0-9a-f]{64}$");
        made.Text("token_prefix").ShouldBe(secret[..12]);
        made.Body.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).ShouldBe(["read", "write"]);
        DateTimeOffset.Parse(made.Text("expires_at")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(6));
        var list = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/tokens");
        list.Body.GetProperty("tokens").EnumerateArray().ShouldContain(token => token.GetProperty("id").GetString() == made.Text("id"));
        list.Body.ToString().ShouldNotContain(secret);
        foreach (var file in Directory.EnumerateFiles(gateway.DataDirectory, "yonder.db*"))
        {
            // Shared: the gateway has it open.
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(secret[6..]);
        }
    }

    [Fact]
    public async Task A_token_says_whose_it_is()
    {
        var (secret, _) = await TokenMaker.CreateAsync(gateway, ["read"]);

        var answer = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/tokens/validate", token: secret);

        answer.Body.GetProperty("valid").GetBoolean().ShouldBeTrue();
        answer.Text("username").ShouldBe(Environment.UserName);
        answer.Body.GetProperty("scopes").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_read_token_may_not_write()
    {
        var (secret, _) = await TokenMaker.CreateAsync(gateway, ["read"]);

        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/tokens", token: secret)).Status.ShouldBe(HttpStatusCode.OK);
        var refusal = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "x" }, secret);

        refusal.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusal.Text("code").ShouldBe("auth.scope_missing");
    }

    [Fact]
    public async Task A_token_cannot_make_a_stronger_one()
    {
        var (secret, _) = await TokenMaker.CreateAsync(gateway, ["read", "write"]);

        var refusal = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "x", scopes = (string[])["admin"] }, secret);

        refusal.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("{\"name\":\"\"}", "name is required")]
    [InlineData("{}", "name is required")]
    [InlineData("{\"name\":\"x\",\"scopes\":[\"root\"]}", "unknown scope")]
    [InlineData("{\"name\":\"x\",\"expires_in\":-1}", "expires_in")]
    [InlineData("{\"name\":\"x\",\"allowed_origins\":[\"example.com/path\"]}", "not an origin")]
    [InlineData("{\"name\":{}}", "not the JSON")]
    [InlineData("{\"name\":", "not the JSON")]
    [InlineData("", "needs a JSON body")]
    public async Task What_makes_no_sense_is_said_so(string body, string error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tokens") { Content = new StringContent(body) };

        var answer = await JsonAnswer.SendAsync(gateway.Http, request);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error")!.ShouldContain(error);
        answer.Text("error").ShouldBe(answer.Text("message"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/permanent")]
    public async Task A_revoked_token_no_longer_works(string suffix)
    {
        var (secret, id) = await TokenMaker.CreateAsync(gateway);
        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me", token: secret)).Status.ShouldBe(HttpStatusCode.OK);

        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Delete, $"/api/tokens/{id}{suffix}")).Status.ShouldBe(HttpStatusCode.OK);

        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me", token: secret)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Delete, $"/api/tokens/{id}{suffix}")).Text("error").ShouldBe("token not found");
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        var (_, id) = await TokenMaker.CreateAsync(gateway);
        var guest = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/auth/guest", new { username = "mallory" });

        var refusal = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Delete, $"/api/tokens/{id}", token: guest.Text("token"));

        refusal.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_time_of_last_use_is_kept_over_a_restart()
    {
        await using var own = await GatewayFixture.StartAsync();
        var (secret, id) = await TokenMaker.CreateAsync(own);
        await JsonAnswer.SendAsync(own.Http, HttpMethod.Get, "/api/auth/me", token: secret);

        await own.RestartAsync();

        var list = await JsonAnswer.SendAsync(own.Http, HttpMethod.Get, "/api/tokens", token: secret);
        list.Body.GetProperty("tokens").EnumerateArray().Single(token => string.Equals(token.GetProperty("id").GetString(), id, StringComparison.Ordinal))
            .TryGetProperty("last_used_at", out _).ShouldBeTrue();
    }
}
