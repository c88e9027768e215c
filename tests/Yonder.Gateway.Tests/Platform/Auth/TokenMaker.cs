namespace Yonder.Gateway.Tests.Platform.Auth;

/// <summary>Makes tokens as their users do.</summary>
internal static class TokenMaker
{
    public static async Task<(string Secret, string Id)> CreateAsync(
        GatewayFixture gateway, string[]? scopes = null, string[]? origins = null)
    {
        var answer = await JsonAnswer.SendAsync(
            gateway.Http, HttpMethod.Post, "/api/tokens", new { name = "test", scopes = scopes ?? ["read", "write"], allowed_origins = origins ?? [] });
        answer.Status.ShouldBe(System.Net.HttpStatusCode.Created);
        return (answer.Text("token")!, answer.Text("id")!);
    }
}
