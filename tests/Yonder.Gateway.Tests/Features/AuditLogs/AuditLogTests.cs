namespace Yonder.Gateway.Tests.Features.AuditLogs;

public sealed class AuditLogTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task What_one_does_is_kept_newest_first_and_only_for_oneself()
    {
        await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "first" });
        await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "second" });
        var guest = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Post, "/api/auth/guest", new { username = "ann" });

        var own = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/audit-logs?limit=2");
        var guests = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/audit-logs", token: guest.Text("token"));

        own.Body.EnumerateArray().Select(entry => entry.GetProperty("details").GetString()![..5]).ShouldBe(["secon", "first"]);
        own.Body[0].GetProperty("action").GetString().ShouldBe("token_created");
        own.Body[0].GetProperty("ip_address").GetString().ShouldBe("127.0.0.1");
        guests.Body.EnumerateArray().Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["guest_login"]);
    }
}
