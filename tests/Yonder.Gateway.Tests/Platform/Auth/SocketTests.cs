using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yonder.Gateway.Tests.Platform.Auth;

/// <summary>WebSockets, on a route of the test's own that echoes nothing and waits for its end.</summary>
public sealed class SocketTests : IAsyncLifetime
{
    private const string Path = "/ws/test";

    private GatewayFixture _gateway = null!; // set by InitializeAsync, before any test

    public async Task InitializeAsync()
        => _gateway = await GatewayFixture.StartAsync(map: routes => routes.MapGet(Path, WaitAsync));

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task The_token_may_come_as_a_subprotocol_which_is_not_echoed()
    {
        var (secret, _) = await TokenMaker.CreateAsync(_gateway);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("rexec.v1");
        socket.Options.AddSubProtocol($"rexec.token.{secret}");
        socket.Options.SetRequestHeader("X-Forwarded-For", "203.0.113.7"); // so that only the token lets it in

        await socket.ConnectAsync(_gateway.Socket(Path), CancellationToken.None);

        socket.State.ShouldBe(WebSocketState.Open);
        socket.SubProtocol.ShouldBe("rexec.v1");
    }

    [Fact]
    public async Task The_token_may_come_in_the_address()
    {
        var (secret, _) = await TokenMaker.CreateAsync(_gateway);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Forwarded-For", "203.0.113.7");

        await socket.ConnectAsync(_gateway.Socket($"{Path}?token={secret}"), CancellationToken.None);

        socket.State.ShouldBe(WebSocketState.Open);
    }

    [Theory]
    [InlineData("?token=rexec_wrong")]
    [InlineData("")]
    public async Task Without_a_good_token_the_upgrade_is_answered_with_401(string query)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Forwarded-For", "203.0.113.7");
        socket.Options.CollectHttpResponseDetails = true;

        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(_gateway.Socket(Path + query), CancellationToken.None));

        socket.HttpStatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_foreign_page_cannot_open_a_socket_as_the_own_user()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        socket.Options.CollectHttpResponseDetails = true;

        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(_gateway.Socket(Path), CancellationToken.None));

        socket.HttpStatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_read_token_opens_no_socket()
    {
        var (secret, _) = await TokenMaker.CreateAsync(_gateway, ["read"]);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;

        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(_gateway.Socket($"{Path}?token={secret}"), CancellationToken.None));

        socket.HttpStatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Revoking_a_token_ends_its_sockets()
    {
        var (secret, id) = await TokenMaker.CreateAsync(_gateway);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(_gateway.Socket($"{Path}?token={secret}"), CancellationToken.None);
        var reading = socket.ReceiveAsync(new byte[1], CancellationToken.None);

        await JsonAnswer.SendAsync(_gateway.Http, HttpMethod.Delete, $"/api/tokens/{id}");

        await Should.ThrowAsync<WebSocketException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Stopping_the_gateway_ends_sockets_at_once()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(_gateway.Socket(Path), CancellationToken.None);
        var reading = socket.ReceiveAsync(new byte[1], CancellationToken.None);

        await _gateway.RestartAsync().WaitAsync(TimeSpan.FromSeconds(4));

        await Should.ThrowAsync<WebSocketException>(() => reading.WaitAsync(TimeSpan.FromSeconds(1)));
    }

    private static async Task WaitAsync(HttpContext context)
    {
        var protocol = context.WebSockets.WebSocketRequestedProtocols.Contains("rexec.v1", StringComparer.Ordinal) ? "rexec.v1" : null;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol);
        await socket.ReceiveAsync(new ArraySegment<byte>(new byte[1]), context.RequestAborted);
    }
}
