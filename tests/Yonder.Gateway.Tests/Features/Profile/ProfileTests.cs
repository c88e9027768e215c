namespace Yonder.Gateway.Tests.Features.Profile;

public sealed class ProfileTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task The_profile_says_who_one_is_and_what_one_may_have()
    {
        var answer = await JsonAnswer.SendAsync(gateway.Http, HttpMethod.Get, "/api/profile");

        answer.Body.GetProperty("user").GetProperty("username").GetString().ShouldBe(Environment.UserName);
        answer.Body.GetProperty("stats").GetProperty("container_count").GetInt32().ShouldBe(0);
        answer.Body.GetProperty("limits").GetProperty("containers").GetInt32().ShouldBeGreaterThan(5);
        answer.Text("user")!.ShouldContain("\"created_at\":\"");
    }
}
