using System.Net;

namespace Yonder.Gateway.Tests.Platform.Auth;

public sealed class OriginTests : IAsyncLifetime
{
    private const string Allowed = "https://app.example";
    private const string Other = "https://other.example";
    private const string Guarded = "/api/auth/me";

    private GatewayFixture _gateway = null!; // set by InitializeAsync, before any test

    public async Task InitializeAsync() => _gateway = await GatewayFixture.StartAsync(options => options with { AllowedOrigins = [Allowed] });

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task An_allowed_origin_passes_with_any_token()
    {
        var (secret, _) = await TokenMaker.CreateAsync(_gateway);

        var answer = await FromAsync(Allowed, secret);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Access-Control-Allow-Origin").ShouldBe(Allowed);
    }

    [Fact]
    public async Task An_allowed_origin_still_needs_a_token()
    {
        var answer = await FromAsync(Allowed, token: null);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Header("Access-Control-Allow-Origin").ShouldBe(Allowed);
    }

    [Fact]
    public async Task Any_other_origin_passes_only_with_a_token_that_allows_it()
    {
        var (plain, _) = await TokenMaker.CreateAsync(_gateway);
        var (consenting, _) = await TokenMaker.CreateAsync(_gateway, origins: [Other]);

        var refusal = await FromAsync(Other, plain);
        var answer = await FromAsync(Other, consenting);

        refusal.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusal.Header("Access-Control-Allow-Origin").ShouldBeNull();
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Access-Control-Allow-Origin").ShouldBe(Other);
    }

    [Fact]
    public async Task A_preflight_needs_no_token_and_is_granted_only_where_a_call_could_be()
    {
        (await PreflightAsync(Allowed)).ShouldBe(Allowed);
        (await PreflightAsync(Other)).ShouldBeNull();
        var (_, id) = await TokenMaker.CreateAsync(_gateway, origins: [Other]);
        (await PreflightAsync(Other)).ShouldBe(Other);

        await JsonAnswer.SendAsync(_gateway.Http, HttpMethod.Delete, $"/api/tokens/{id}");

        (await PreflightAsync(Other)).ShouldBeNull();
    }

    private async Task<JsonAnswer> FromAsync(string origin, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded);
        request.Headers.Add("Origin", origin);
        if (token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {token}");
        }

        return await JsonAnswer.SendAsync(_gateway.Http, request);
    }

    private async Task<string?> PreflightAsync(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/containers");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        var answer = await JsonAnswer.SendAsync(_gateway.Http, request);
        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        return answer.Header("Access-Control-Allow-Origin");
    }
}
