using System.Net;
using Yonder.Gateway.Features.Embed;

namespace Yonder.Gateway.Tests.Features.Embed;

public sealed class EmbedTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Theory]
    [InlineData("rexec.min.js")]
    [InlineData("rexec.esm.js")]
    public async Task The_widget_is_served_to_any_page_or_its_absence_is_explained(string file)
    {
        using var answer = await gateway.Http.GetAsync($"/embed/{file}");

        if (EmbedFolder.Find(AppContext.BaseDirectory) is null)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("npm");
        }
        else
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        }
    }

    [Fact]
    public async Task Nothing_else_of_the_folder_is_served()
    {
        using var answer = await gateway.Http.GetAsync("/embed/..%2F..%2Fpackage.json");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
