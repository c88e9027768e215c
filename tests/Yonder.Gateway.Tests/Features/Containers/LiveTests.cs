using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Yonder.Runtimes;
using Yonder.TestKit.Registry;

namespace Yonder.Gateway.Tests.Features.Containers;

public sealed class LiveTests : IAsyncLifetime
{
    private readonly FakeDriver _driver = new();
    private GatewayFixture _gateway = null!; // set before each test

    public async Task InitializeAsync() => _gateway = await FakeEngineGateway.StartAsync(_driver);

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_creation_is_told_step_by_step_to_its_end()
    {
        var steps = await StreamAsync("""{"image":"ubuntu:24.04","name":"box"}""");

        steps.Select(step => step.Text("stage")).ShouldBe(["validating", "creating", "ready"]);
        var progress = steps.Select(step => step["progress"]!.GetValue<int>()).ToArray();
        progress.ShouldBeInOrder();
        progress[^1].ShouldBe(100);
        steps[^1]["complete"]!.GetValue<bool>().ShouldBeTrue();
        steps[^1]["container"].ShouldNotBeNull().Text("status").ShouldBe("running");
        steps[^1].Text("container_id").ShouldBe(steps[^1]["container"]!.Text("id"));
    }

    [Theory]
    [InlineData("""{"image":"ubuntu","name":"no good"}""", "validating", "invalid container name")]
    [InlineData("""{"image":"impossible"}""", "validating", "No such image")]
    public async Task A_creation_that_cannot_be_is_told_in_the_stream(string json, string stage, string error)
    {
        var last = (await StreamAsync(json))[^1];

        last.Text("stage").ShouldBe(stage);
        last.Text("error").ShouldContain(error);
        last["complete"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_creation_that_fails_ends_the_stream_with_the_reason()
    {
        _driver.Engine.Failure = new RuntimeException(RuntimeError.NoSpace, "The disk is full.");

        var last = (await StreamAsync("""{"image":"ubuntu"}"""))[^1];

        last.Text("error").ShouldBe("The disk is full.");
    }

    [Fact]
    public async Task The_events_socket_tells_the_list_and_then_each_change_and_answers_pings()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(_gateway.Socket("/api/containers/events"), limit.Token);

        (await ReadAsync(socket, limit.Token)).Text("type").ShouldBe("list");
        await socket.SendAsync("garbage {"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        await socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        (await ReadAsync(socket, limit.Token)).Text("type").ShouldBe("pong");
        var id = await _gateway.Http.CreateAsync("box", "ubuntu");
        await _gateway.Http.PostJsonAsync($"/api/containers/{id}/stop");
        await _gateway.Http.CallAsync(HttpMethod.Delete, $"/api/containers/{id}");

        var types = new List<string>();
        while (types is not [.., "deleted"])
        {
            var frame = await ReadAsync(socket, limit.Token);
            types.Add(frame.Text("type"));
            frame["container"].ShouldNotBeNull().Text("id").ShouldBe(id);
        }

        types[0].ShouldBe("created");
        types.ShouldContain("progress", StringComparer.Ordinal);
        types.ShouldContain("started", StringComparer.Ordinal);
        types.ShouldContain("stopped", StringComparer.Ordinal);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token);
    }

    private async Task<List<JsonNode>> StreamAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _gateway.Http.PostAsync("/api/containers/stream", content);
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/event-stream");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldStartWith(":");
        return [.. text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line["data: ".Length..])!)];
    }

    private static async Task<JsonNode> ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        received.MessageType.ShouldBe(WebSocketMessageType.Text);
        return JsonNode.Parse(buffer.AsSpan(0, received.Count)).ShouldNotBeNull();
    }
}
