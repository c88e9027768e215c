using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Yonder.Gateway.Tests.Features.Containers;

namespace Yonder.Gateway.Tests.Features.PortForwards;

public sealed class PortForwardTests : IAsyncLifetime
{
    private GatewayFixture _gateway = null!; // set before each test

    private HttpClient Http => _gateway.Http;

    public async Task InitializeAsync() => _gateway = await GatewayFixture.StartAsync(options => options with { Driver = "local" });

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_local_port_leads_to_the_container_and_passes_half_closes_on()
    {
        await using var server = await PortServer.StartAsync(Http, PortServer.Shouting);
        var forward = await ForwardAsync(server);

        (await ShoutAsync(forward["local_port"]!.GetValue<int>(), "hello")).ShouldBe("HELLO");

        var (_, list) = await Http.GetJsonAsync($"/api/containers/{server.ContainerId}/port-forwards");
        list["count"]!.GetValue<int>().ShouldBe(1);
        list["forwards"]![0]!.Text("id").ShouldBe(forward.Text("id"));
        list["forwards"]![0]!["is_active"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_socket_carries_one_connection()
    {
        await using var server = await PortServer.StartAsync(Http, PortServer.Shouting);
        var forward = await ForwardAsync(server);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(forward.Text("websocket_url")), limit.Token);

        await socket.SendAsync("over a "u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, limit.Token);
        await socket.SendAsync("socket"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, limit.Token);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token);

        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, limit.Token);
        received.MessageType.ShouldBe(WebSocketMessageType.Binary);
        Encoding.UTF8.GetString(buffer, 0, received.Count).ShouldBe("OVER A SOCKET");
        (await socket.ReceiveAsync(buffer, limit.Token)).MessageType.ShouldBe(WebSocketMessageType.Close);
    }

    [Fact]
    public async Task The_proxy_passes_requests_on_without_what_lets_callers_in()
    {
        await using var server = await PortServer.StartAsync(Http, PortServer.Web);
        var forward = await ForwardAsync(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, forward.Text("proxy_url") + "a%2Fb?x=%20y");
        request.Headers.TryAddWithoutValidation("Cookie", "secret=1");
        request.Headers.TryAddWithoutValidation("X-Mine", "yes");

        using var answer = await Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.GetValues("X-From").ShouldHaveSingleItem().ShouldBe("inside");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.GetValues("Content-Security-Policy").ShouldContain(policy => policy.Contains("sandbox", StringComparison.Ordinal));
        var asked = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        asked.Text("path").ShouldBe("/a%2Fb?x=%20y");
        var headers = asked["headers"]!.AsObject();
        headers.ContainsKey("Cookie").ShouldBeFalse();
        headers["X-Mine"]!.ToString().ShouldBe("yes");
        headers["X-Forwarded-Prefix"]!.ToString().ShouldBe($"/p/{forward.Text("id")}");
    }

    [Fact]
    public async Task The_proxy_passes_web_sockets_on()
    {
        await using var server = await PortServer.StartAsync(Http, PortServer.Web);
        var forward = await ForwardAsync(server);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(_gateway.Socket($"/p/{forward.Text("id")}/echo"), limit.Token);
        await socket.SendAsync("there and back"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);

        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, limit.Token);
        Encoding.UTF8.GetString(buffer, 0, received.Count).ShouldBe("there and back");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token);
    }

    [Fact]
    public async Task A_foreign_page_reaches_only_what_is_public()
    {
        await using var server = await PortServer.StartAsync(Http, PortServer.Web);
        foreach (var (isPublic, expected) in new[] { ("false", HttpStatusCode.Unauthorized), ("true", HttpStatusCode.Created) })
        {
            var (_, forward) = await Http.PostJsonAsync($"/api/containers/{server.ContainerId}/port-forwards", $$"""{"container_port":{{server.Port}},"public":{{isPublic}}}""");

            var url = forward.Text("proxy_url");
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
            using var answer = await Http.SendAsync(request);

            answer.StatusCode.ShouldBe(expected, isPublic);
        }
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_an_error_with_a_status()
    {
        var id = await Http.CreateAsync("silent");
        var (_, forward) = await Http.PostJsonAsync($"/api/containers/{id}/port-forwards", """{"container_port":9}""");

        var (status, answer) = await Http.GetJsonAsync($"/p/{forward.Text("id")}/");

        status.ShouldBe(HttpStatusCode.BadGateway);
        answer.Text("error").ShouldNotBeEmpty();
        (await ShoutAsync(forward["local_port"]!.GetValue<int>(), "x")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forwards_are_found_again_after_a_restart_and_go_with_their_container()
    {
        var id = await Http.CreateAsync("box");
        var (_, forward) = await Http.PostJsonAsync($"/api/containers/{id}/port-forwards", """{"container_port":80,"name":"web"}""");

        await _gateway.RestartAsync();

        var (_, list) = await Http.GetJsonAsync($"/api/containers/{id}/port-forwards");
        var found = list["forwards"]!.AsArray().ShouldHaveSingleItem().ShouldNotBeNull();
        found.Text("id").ShouldBe(forward.Text("id"));
        found["local_port"]!.GetValue<int>().ShouldBe(forward["local_port"]!.GetValue<int>());
        found["is_active"]!.GetValue<bool>().ShouldBeTrue();
        await Http.CallAsync(HttpMethod.Delete, $"/api/containers/{id}");
        await TestKit.Waiting.Eventually.TrueAsync(
            async () => (await Http.GetJsonAsync($"/p/{forward.Text("id")}/")).Status is HttpStatusCode.NotFound, "the forward outlives its container");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_409_and_a_deleted_forward_frees_its_port()
    {
        var id = await Http.CreateAsync("box");
        var (_, first) = await Http.PostJsonAsync($"/api/containers/{id}/port-forwards", """{"container_port":80}""");
        var again = $$"""{"container_port":81,"local_port":{{first["local_port"]}}}""";

        (await Http.PostJsonAsync($"/api/containers/{id}/port-forwards", again)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Http.CallAsync(HttpMethod.Delete, $"/api/containers/{id}/port-forwards/{first.Text("id")}")).Status.ShouldBe(HttpStatusCode.OK);

        (await Http.PostJsonAsync($"/api/containers/{id}/port-forwards", again)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"container_port":0}""")]
    [InlineData("""{"container_port":70000}""")]
    [InlineData("""{"container_port":80,"local_port":-1}""")]
    [InlineData("""{"container_port":"eighty"}""")]
    public async Task Ports_that_are_none_are_a_400(string json)
    {
        var id = await Http.CreateAsync("box");

        (await Http.PostJsonAsync($"/api/containers/{id}/port-forwards", json)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<JsonNode> ForwardAsync(PortServer server)
    {
        var (status, forward) = await Http.PostJsonAsync($"/api/containers/{server.ContainerId}/port-forwards", $$"""{"container_port":{{server.Port}},"local_port":0}""");
        status.ShouldBe(HttpStatusCode.Created);
        forward["container_port"]!.GetValue<int>().ShouldBe(server.Port);
        return forward;
    }

    private static async Task<string> ShoutAsync(int port, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), limit.Token);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(limit.Token);
    }
}
