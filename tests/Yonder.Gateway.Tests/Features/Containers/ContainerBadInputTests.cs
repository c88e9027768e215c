using System.Net;
using System.Text;
using Yonder.TestKit.Registry;

namespace Yonder.Gateway.Tests.Features.Containers;

public sealed class ContainerBadInputTests : IAsyncLifetime
{
    private readonly FakeDriver _driver = new();
    private GatewayFixture _gateway = null!; // set before each test

    private HttpClient Http => _gateway.Http;

    public async Task InitializeAsync() => _gateway = await FakeEngineGateway.StartAsync(_driver);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("""{"image":"ubuntu","name":"-x"}""", "invalid container name")]
    [InlineData("""{"image":"ubuntu","name":"a b"}""", "invalid container name")]
    [InlineData("""{"image":"ubuntu","name":"../../etc"}""", "invalid container name")]
    [InlineData("""{"image":"ubuntu","memory_mb":-1}""", "memory_mb")]
    [InlineData("""{"image":"ubuntu","memory_mb":9223372036854775807}""", "memory_mb")]
    [InlineData("""{"image":"ubuntu","disk_mb":"many"}""", "disk_mb")]
    [InlineData("""{"image":"ubuntu","labels":["a"]}""", "labels")]
    [InlineData("""{"image":"ubuntu","labels":{"a":null}}""", "labels")]
    [InlineData("""{"image":"ubuntu","environment":{"A=B":"c"}}""", "A=B")]
    [InlineData("""{"image":"ubuntu","environment":{"":"c"}}""", "environment")]
    [InlineData("""{"image":"ubuntu","network_mode":"host"}""", "network_mode")]
    [InlineData("""{"image":"ubuntu","idle_timeout_seconds":-5}""", "idle_timeout_seconds")]
    [InlineData("""{"image":"ubuntu","driver":"nope"}""", "nope")]
    [InlineData("""{"image":"custom"}""", "custom_image is required")]
    [InlineData("""{"image":"custom","custom_image":"--privileged"}""", "invalid custom_image format")]
    [InlineData("""{"image":"ubuntu 24"}""", "invalid image format")]
    [InlineData("""{"name":"x"}""", "image is required")]
    [InlineData("""{"image":42}""", "image")]
    [InlineData("""{"image":""", "JSON")]
    [InlineData("null", "body")]
    [InlineData("[]", "JSON")]
    public async Task A_request_that_makes_no_sense_is_a_400_that_says_why(string json, string hint)
    {
        var (status, answer) = await Http.PostJsonAsync("/api/containers", json);

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error").ShouldContain(hint, Case.Insensitive);
        answer.Text("message").ShouldBe(answer.Text("error"));
        _driver.Engine.Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_of_65_characters_is_too_long_and_one_of_64_is_not()
    {
        (await Http.PostJsonAsync("/api/containers", $$"""{"image":"ubuntu","name":"{{new string('a', 65)}}"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Http.CreateAsync(new string('a', 64), "ubuntu");
    }

    [Fact]
    public async Task Ten_thousand_labels_are_refused()
    {
        var labels = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"label-{i}\":\"x\""));

        var (status, answer) = await Http.PostJsonAsync("/api/containers", "{\"image\":\"ubuntu\",\"labels\":{" + labels + "}}");

        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text("error").ShouldContain("10000");
    }

    [Fact]
    public async Task A_body_of_two_megabytes_is_too_large()
    {
        var (status, answer) = await Http.PostJsonAsync("/api/containers", $$"""{"image":"ubuntu","name":"{{new string('a', 2 << 20)}}"}""");

        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Text("code").ShouldBe("body_too_large");
    }

    [Fact]
    public async Task A_body_without_a_length_and_without_a_type_is_read_all_the_same()
    {
        using var content = new StreamContent(new UnsizedStream("""{"image":"ubuntu","name":"chunked"}"""u8.ToArray()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/containers") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var response = await Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task An_empty_body_is_a_400(string type)
    {
        using var content = new StringContent("", Encoding.UTF8, type);

        using var response = await Http.PostAsync("/api/containers", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_two_containers_with_one_name_the_second_is_a_409_that_names_it()
    {
        await Http.CreateAsync("box", "ubuntu");

        var (status, answer) = await Http.PostJsonAsync("/api/containers", """{"image":"ubuntu","name":"box"}""");

        status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text("error").ShouldBe("container with this name already exists");
        answer.Text("name").ShouldBe("box");
    }

    [Theory]
    [InlineData("invalid-id")]
    [InlineData("%20")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    public async Task An_id_that_is_nothing_is_a_404(string id)
    {
        var (status, answer) = await Http.GetJsonAsync($"/api/containers/{id}");

        ((int)status).ShouldBeOneOf(404, 400);
        answer.Text("error").ShouldNotBeEmpty();
    }

    private sealed class UnsizedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
