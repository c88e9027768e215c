using System.Net.WebSockets;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class FaultTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("93010203", "no map")]
    [InlineData("83a27473", "cut off")]
    [InlineData("81a2747301", "no type")]
    [InlineData("8101a141", "a number as a key")]
    [InlineData("81a5657479706507", "a type that is no text")]
    [InlineData("81a56574797065a141c0", "bytes after the map")]
    [InlineData("82a56574797065a141a576616c7565ddffffffff", "a huge array announced")]
    [InlineData("82a56574797065a141a576616c7565a1ff", "text that is no UTF-8")]
    [InlineData("c1", "the code that means nothing")]
    public async Task A_malformed_message_closes_its_own_connection_only(string hex, string what)
    {
        await using var world = await EchoAsync();
        var other = await world.ConnectAsync();
        await using var peer = PythonPeer.Client(world.Uri);

        await peer.SendHexAsync(hex);

        (await peer.ClosedAsync()).ShouldBe(1007, what);
        await other.SendAsync(new ClientEvent("PING"));
        await SceneWorld.NextAsync(other, "PONG");
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Count == 1), "the session is gone");
    }

    [Fact]
    public async Task A_text_message_is_refused()
    {
        await using var world = await EchoAsync();
        await using var peer = PythonPeer.Client(world.Uri);

        await peer.SendTextAsync("hello");

        (await peer.ClosedAsync()).ShouldBe(1007);
    }

    [Fact]
    public async Task A_message_nested_too_deep_or_too_large_is_refused_with_the_code_for_that()
    {
        await using var world = await EchoAsync(options => options.MaxMessageBytes = 100_000);
        await using var deep = PythonPeer.Client(world.Uri);
        await using var large = PythonPeer.Client(world.Uri);

        await deep.SendHexAsync("82a56574797065a141a576616c7565" + string.Concat(Enumerable.Repeat("91", 1000)) + "c0");
        await large.SendHexAsync("82a56574797065a141a576616c7565c600030d40" + new string('0', 400_000));

        (await deep.ClosedAsync()).ShouldBe(1009);
        (await large.ClosedAsync()).ShouldBe(1009);
    }

    [Fact]
    public async Task Numbers_that_are_none_and_unknown_extensions_pass()
    {
        await using var world = await EchoAsync();
        await using var peer = PythonPeer.Client(world.Uri);

        await peer.SendHexAsync("82a56574797065a450494e47a576616c756593cb7ff8000000000000cb7ff0000000000000d40500");

        await peer.NextAsync("PONG");
    }

    [Fact]
    public async Task A_thousand_clients_come_and_go_and_nothing_stays()
    {
        await using var world = await EchoAsync();
        for (var round = 0; round < 50; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
            {
                await using var client = new SceneClient(world.Uri);
                await client.ConnectAsync();
                await client.SendAsync(new ClientEvent("PING"));
                await SceneWorld.NextAsync(client, "PONG");
            }));
        }

        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Count == 0), "all sessions are gone");
    }

    [Fact]
    public async Task A_killed_client_is_noticed()
    {
        await using var world = await EchoAsync();
        await using var peer = PythonPeer.Client(world.Uri);
        await peer.SendAsync("PING");
        await peer.NextAsync("PONG");

        peer.Kill();

        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Count == 0), "its session is gone");
    }

    [Fact]
    public async Task A_client_whose_server_is_killed_is_told()
    {
        var (peer, uri) = await PythonPeer.ServerAsync();
        await using (peer)
        {
            await using var client = new SceneClient(uri);
            await client.ConnectAsync();
            await peer.NextAsync();

            peer.Kill();

            (await Should.ThrowAsync<SceneException>(async () => await client.ReceiveAsync(TimeSpan.FromSeconds(20)))).Error.ShouldBe(SceneError.ConnectionLost);
            client.IsConnected.ShouldBeFalse();
            Should.Throw<SceneException>(() => client.Post(new ClientEvent("N"))).Error.ShouldBe(SceneError.NotConnected);
        }
    }

    [Fact]
    public async Task A_page_from_elsewhere_is_refused_and_this_machines_are_not()
    {
        await using var world = await EchoAsync();

        (await StatusAsync(world.Uri, "https://evil.example")).ShouldBe(403);
        (await StatusAsync(world.Uri, "http://localhost:5173")).ShouldBe(101);
        (await StatusAsync(world.Uri, "https://vuer.ai")).ShouldBe(101);
        (await StatusAsync(world.Uri, origin: null)).ShouldBe(101);
    }

    [Fact]
    public async Task A_token_is_asked_for_when_there_is_one()
    {
        await using var world = await EchoAsync(options => options.Token = "secret");

        (await StatusAsync(world.Uri, origin: null)).ShouldBe(401);
        (await StatusAsync(new Uri(world.Uri, "/?token=wrong"), origin: null)).ShouldBe(401);
        (await StatusAsync(new Uri(world.Uri, "/?token=secret"), origin: null)).ShouldBe(101);
    }

    [Fact]
    public async Task A_client_that_does_not_answer_a_goodbye_is_cut_off()
    {
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(_ => Task.CompletedTask), options => options.Grace = TimeSpan.FromMilliseconds(100));
        using var silent = new ClientWebSocket();
        await silent.ConnectAsync(world.Uri, CancellationToken.None);

        // An introduction, and then not one read: the goodbye stays unanswered.
        await silent.SendAsync(Convert.FromHexString("81a56574797065a4494e4954"), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Count == 0), "its session is gone");
    }

    private static Task<SceneWorld> EchoAsync(Action<SceneServerOptions>? configure = null) => SceneWorld.StartAsync(
        server => server.AddHandler("PING", async (_, session) => await session.SendAsync(new ServerEvent("PONG"))),
        configure);

    private static async Task<int> StatusAsync(Uri uri, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(uri, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return (int)socket.HttpStatusCode;
    }
}
