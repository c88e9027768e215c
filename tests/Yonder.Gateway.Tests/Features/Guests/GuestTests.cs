using System.Net;

namespace Yonder.Gateway.Tests.Features.Guests;

public sealed class GuestTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_guest_gets_an_account_and_a_token_for_fifty_hours()
    {
        var guest = await SignInAsync(new { username = "ann", email = "ann@example.com" });

        guest.Status.ShouldBe(HttpStatusCode.OK);
        guest.Body.GetProperty("guest").GetBoolean().ShouldBeTrue();
        guest.Body.GetProperty("expires_in").GetInt32().ShouldBe(180_000);
        guest.Body.GetProperty("returning_guest").GetBoolean().ShouldBeFalse();
        guest.Body.GetProperty("user").GetProperty("tier").GetString().ShouldBe("guest");
        var me = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me", token: guest.Text("token"));
        me.Text("username").ShouldBe("ann");
        me.Body.GetProperty("is_admin").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Knowing_a_guests_name_and_address_does_not_open_the_account()
    {
        var ann = await SignInAsync(new { username = "bea", email = "bea@example.com" });

        var mallory = await SignInAsync(new { username = "bea", email = "bea@example.com" });

        string.Equals(IdOf(mallory), IdOf(ann), StringComparison.Ordinal).ShouldBeFalse();
        mallory.Body.GetProperty("returning_guest").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_guest_who_proves_it_with_the_token_comes_back_to_the_account()
    {
        var first = await SignInAsync(new { username = "cyd" });

        var second = await SignInAsync(new { username = "cyd" }, first.Text("token"));

        IdOf(second).ShouldBe(IdOf(first));
        second.Body.GetProperty("returning_guest").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a b")]
    [InlineData("na\nme")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcde")]
    public async Task A_name_that_is_none_is_refused(string username)
    {
        var answer = await SignInAsync(new { username });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error")!.ShouldContain("username must be");
    }

    [Fact]
    public async Task A_guest_sees_its_sessions_and_can_end_the_others()
    {
        var first = await SignInAsync(new { username = "dee" });
        var second = await SignInAsync(new { username = "dee" }, first.Text("token"));
        var token = second.Text("token");

        var sessions = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/sessions", token: token);
        sessions.Body.GetProperty("sessions").EnumerateArray().Count(session => session.GetProperty("is_current").GetBoolean()).ShouldBe(1);
        sessions.Body.GetProperty("sessions").GetArrayLength().ShouldBe(2);
        var ended = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/sessions/revoke-others", token: token);

        ended.Body.GetProperty("count").GetInt32().ShouldBe(1);
        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me", token: first.Text("token"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/auth/me", token: token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_a_guest_makes_ends_with_the_guest()
    {
        var guest = await SignInAsync(new { username = "eve" });

        var made = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "long", expires_in = 365 }, guest.Text("token"));

        DateTimeOffset.Parse(made.Text("expires_at")!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeLessThan(TimeProvider.System.GetUtcNow().AddHours(51));
    }

    private static string? IdOf(JsonAnswer answer) => answer.Body.GetProperty("user").GetProperty("id").GetString();

    private Task<JsonAnswer> SignInAsync(object body, string? token = null)
        => JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/auth/guest", body, token);
}
