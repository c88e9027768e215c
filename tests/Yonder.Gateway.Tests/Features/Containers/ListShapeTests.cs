using System.Text.Json.Nodes;
using Yonder.TestKit.Registry;

namespace Yonder.Gateway.Tests.Features.Containers;

/// <summary>What each published client sends, and which form of the list it can read.</summary>
public sealed class ListShapeTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private readonly FakeDriver _driver = new();
    private GatewayFixture _gateway = null!; // set before each test

    public async Task InitializeAsync() => _gateway = await FakeEngineGateway.StartAsync(_driver);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("python-httpx/0.27.0", Json, "", true)]
    [InlineData("Faraday v2.9.0", Json, "", true)]
    [InlineData("node", Json, "", true)]
    [InlineData("Mozilla/5.0 (X11)", Json, "", true)]
    [InlineData("Mozilla/5.0 (X11)", "*/*", "", false)]
    [InlineData("Go-http-client/1.1", Json, "", false)]
    [InlineData("Go-http-client/1.1", null, "", false)]
    [InlineData(null, Json, "", false)]
    [InlineData("GuzzleHttp/7", Json, "", false)]
    [InlineData("pipeops-rexec-php/1.1.0", Json, "", false)]
    [InlineData("okhttp/4.12.0", Json, "", false)]
    [InlineData("pipeops-rexec-java/1.1.0", Json, "", false)]
    [InlineData("curl/8.5.0", "*/*", "", false)]
    [InlineData("curl/8.5.0", "*/*", "?shape=array", true)]
    [InlineData("python-httpx/0.27.0", Json, "?shape=envelope", false)]
    public async Task Each_client_gets_the_list_of_containers_that_it_reads(string? agent, string? accept, string query, bool isArray)
    {
        await _gateway.Http.CreateAsync("box", "ubuntu");
        var headers = new (string Name, string? Value)[] { ("User-Agent", agent), ("Accept", accept) };

        var (_, list) = await _gateway.Http.GetJsonAsync($"/api/containers{query}", [.. headers.Where(header => header.Value is not null).Select(header => (header.Name, header.Value!))]);

        var containers = isArray ? list.ShouldBeOfType<JsonArray>() : list["containers"].ShouldBeOfType<JsonArray>();
        containers.ShouldHaveSingleItem().ShouldNotBeNull().Text("name").ShouldBe("box");
    }

    [Fact]
    public async Task An_empty_list_is_an_empty_array_and_never_null()
    {
        (await _gateway.Http.GetJsonAsync("/api/containers?shape=array")).Body.ShouldBeOfType<JsonArray>().Count.ShouldBe(0);
        (await _gateway.Http.GetJsonAsync("/api/containers")).Body["containers"].ShouldBeOfType<JsonArray>().Count.ShouldBe(0);
    }
}
