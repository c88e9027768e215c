using System.Net;

namespace Yonder.Gateway.Tests.Platform.Auth;

public sealed class SameUserTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Guarded = "/api/auth/me";

    [Fact]
    public async Task The_gateways_own_user_needs_no_token()
    {
        var answer = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, Guarded);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.GetProperty("is_admin").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_gateways_own_user_needs_no_token_over_the_other_loopback()
    {
        if (!System.Net.Sockets.Socket.OSSupportsIPv6)
        {
            return;
        }

        using var http = new HttpClient { BaseAddress = new Uri($"http://[::1]:{gateway.Url.Port}") };

        (await JsonAnswer.SendAsync(http, HttpMethod.Get, Guarded)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_dual_stack_program_of_the_same_user_needs_no_token()
    {
        // Its socket is an IPv6 one that is connected to ::ffff:127.0.0.1.
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetworkV6, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { DualMode = true };
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback.MapToIPv6(), gateway.Url.Port), cancellationToken);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = gateway.Url };

        (await JsonAnswer.SendAsync(http, HttpMethod.Get, Guarded)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [RootFact]
    public async Task Another_user_of_the_machine_needs_a_token()
    {
        var (secret, _) = await TokenMaker.CreateAsync(gateway);

        (await OtherUser.GetAsync(new Uri(gateway.Url, Guarded))).ShouldContain("Authorization token required");
        (await OtherUser.GetAsync(new Uri(gateway.Url, Guarded), $"Authorization: Bearer {secret}")).ShouldContain("\"username\"");
    }

    [RootFact]
    public async Task Another_user_of_the_machine_cannot_become_a_guest()
        => (await OtherUser.GetAsync(new Uri(gateway.Url, "/api/auth/guest"), "-d", "{\"username\":\"mallory\"}")).ShouldContain("--allow-guests");

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:80")]
    [InlineData("169.254.169.254")]
    public async Task A_name_that_was_rebound_to_loopback_is_not_trusted(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded) { Headers = { Host = host } };

        (await JsonAnswer.SendAsync(gateway.Http, request)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task What_comes_through_a_foreign_page_or_a_proxy_is_not_trusted(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded);
        request.Headers.Add(header, value);

        (await JsonAnswer.SendAsync(gateway.Http, request)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Our_own_page_is_trusted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded);
        request.Headers.Add("Origin", gateway.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        (await JsonAnswer.SendAsync(gateway.Http, request)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Bearer rexec_0000000000000000000000000000000000000000000000000000000000000000", "Invalid or expired API token")]
    [InlineData("Bearer eyJhbGciOi.x.y", "Invalid or expired token")]
    [InlineData("Basic cm9vdDpyb290", "Invalid or expired token")]
    public async Task A_wrong_token_is_refused_even_from_the_own_user(string header, string error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Guarded);
        request.Headers.TryAddWithoutValidation("Authorization", header);

        var answer = await JsonAnswer.SendAsync(gateway.Http, request);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Text("error").ShouldBe(error);
        answer.Text("message").ShouldBe(error);
        answer.Text("code").ShouldBe("auth.invalid_token");
    }

    [Fact]
    public async Task A_token_in_the_address_of_a_plain_request_is_not_taken()
    {
        var (secret, _) = await TokenMaker.CreateAsync(gateway);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Guarded}?token={secret}") { Headers = { Host = "evil.example" } };

        (await JsonAnswer.SendAsync(gateway.Http, request)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
