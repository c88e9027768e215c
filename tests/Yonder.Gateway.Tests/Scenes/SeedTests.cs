using System.Numerics;
using System.Text.Json.Nodes;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

/// <summary>The examples that programs for the original start from, against the real packers of Python.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task A_python_client_is_served_as_by_its_own_server()
    {
        await using var world = await SceneWorld.StartAsync(SetUp);
        await using var peer = PythonPeer.Client(world.Uri);

        var scene = await peer.NextAsync("SET");
        await peer.SendAsync("HELLO", new JsonObject { ["message"] = "Hi!" });
        var first = await peer.NextAsync("UPSERT");
        await peer.SendAsync("MOVE_BOX", new JsonObject { ["position"] = new JsonArray(1, 0.5, 0) });
        var second = await peer.NextAsync("UPSERT");
        await peer.CloseAsync();

        scene["data"]!["tag"]!.GetValue<string>().ShouldBe("Scene");
        scene["data"]!["bgChildren"]!.AsArray().Count.ShouldBe(9);
        first["data"]!["nodes"]![0]!["position"]!.ToJsonString().ShouldBe("[0, 0.5, 0]".Replace(" ", "", StringComparison.Ordinal));
        second["data"]!["nodes"]![0]!["position"]!.ToJsonString().ShouldBe("[1,0.5,0]");
        second["ts"]!.GetValue<long>().ShouldBeGreaterThan(1_700_000_000_000);
        (await peer.ClosedAsync()).ShouldBe(1000);
    }

    [Fact]
    public async Task A_python_server_is_talked_to_as_by_its_own_client()
    {
        var (peer, uri) = await PythonPeer.ServerAsync();
        await using (peer)
        {
            await using var client = new SceneClient(uri);
            await client.ConnectAsync();

            var init = await peer.NextAsync();
            client.Post(new ClientEvent("HELLO", new SceneMap { ["message"] = "Hi!" }));
            await client.SendAsync(new ClientEvent("MOVE_BOX", new SceneMap { ["position"] = new Vector3(1, 0.5f, 0) }));
            var hello = await peer.NextAsync();
            var move = await peer.NextAsync();
            await peer.SendAsync(new JsonObject { ["data"] = new JsonObject { ["n"] = 7 }, ["etype"] = "MINE", ["strict"] = false });
            var answer = await client.ReceiveAsync(TimeSpan.FromSeconds(20));

            init["etype"]!.GetValue<string>().ShouldBe("INIT");
            init["value"]!["client"]!.GetValue<string>().ShouldBe("csharp");
            init["value"]!.AsObject().Select(field => field.Key).ShouldBe(["client", "clientVersion", "timezone", "timezoneOffset", "dotnetVersion", "platform", "platformVersion", "machine"]);
            hello["etype"]!.GetValue<string>().ShouldBe("HELLO");
            hello["value"]!["message"]!.GetValue<string>().ShouldBe("Hi!");
            move["value"]!["position"]!.ToJsonString().ShouldBe("[1,0.5,0]");
            answer!.Data["n"].AsInt64().ShouldBe(7);
            answer["strict"].AsBoolean().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_python_client_answers_a_question_of_the_server()
    {
        var answer = new TaskCompletionSource<SceneEvent>();
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            answer.SetResult(await session.GrabRenderAsync(timeToLive: TimeSpan.FromSeconds(20)));
            await session.ForeverAsync();
        }));
        await using var peer = PythonPeer.Client(world.Uri);

        var question = await peer.NextAsync("GRAB_RENDER");
        await peer.SendAsync(new JsonObject { ["etype"] = question["rtype"]!.GetValue<string>(), ["key"] = question["key"]!.GetValue<string>(), ["value"] = new JsonObject { ["width"] = 640 } });

        (await answer.Task.WaitAsync(TimeSpan.FromSeconds(20))).Value["width"].AsInt64().ShouldBe(640);
    }

    private static void SetUp(SceneServer server)
    {
        server.AddHandler("HELLO", async (_, session) => await session.UpsertAsync(Box(new Vector3(0, 0.5f, 0))));
        server.AddHandler("MOVE_BOX", async (message, session) => await session.UpsertAsync(Box(message.Value["position"].AsVector3())));
        server.Spawn(async session =>
        {
            await session.SetAsync(new DefaultScene());
            await session.ForeverAsync();
        });
    }

    private static Box Box(Vector3 position) => new() { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = position };
}
