using System.Net;

namespace Yonder.Gateway.Tests;

public sealed class GatewayHostTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task It_is_healthy_once_it_has_started()
    {
        using var answer = await gateway.Http.GetAsync("/health");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
