using System.Numerics;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class SharedSceneTests
{
    [Fact]
    public async Task What_one_program_moves_every_viewer_sees()
    {
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("MOVE", async (message, session) =>
            await session.UpsertAsync(new Box { Key = "box", Position = message.Value.AsVector3() })));
        var program = await world.ConnectAsync();
        var viewer = await world.ConnectAsync();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Count(session => session.Init is not null) == 2), "both are in");

        await program.SendAsync(new ClientEvent("MOVE", new Vector3(1, 2, 3)));

        (await SceneWorld.NextAsync(viewer, "UPSERT")).Data["nodes"][0]["position"].AsVector3().ShouldBe(new Vector3(1, 2, 3));
        (await SceneWorld.NextAsync(program, "UPSERT")).Data["nodes"][0]["key"].AsString().ShouldBe("box");
    }

    [Fact]
    public async Task Who_comes_late_is_shown_the_scene_as_it_is()
    {
        await using var world = await SceneWorld.StartAsync();
        var scene = world.Server.Scene;
        await scene.SetAsync(new DefaultScene(new Box { Key = "a" }, new GenericElement("group") { Key = "g", Children = [new Box { Key = "inside" }] }));
        await scene.UpsertAsync(new Box { Key = "a", Position = new Vector3(1, 0, 0) });
        await scene.AddAsync(new Sphere { Key = "s" }, to: "g");
        await scene.UpdateAsync(new Sphere { Key = "s", Hide = true });
        await scene.RemoveAsync("inside");

        var late = await world.ConnectAsync();
        var shown = (await SceneWorld.NextAsync(late, "SET")).Data;

        shown["tag"].AsString().ShouldBe("Scene");
        shown["bgChildren"].Count.ShouldBe(9);
        shown["children"].Count.ShouldBe(2);
        shown["children"][0]["position"].AsVector3().ShouldBe(new Vector3(1, 0, 0));
        shown["children"][1]["children"].Count.ShouldBe(1);
        shown["children"][1]["children"][0]["hide"].AsBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_can_keep_its_scene_to_itself()
    {
        await using var world = await SceneWorld.StartAsync(
            server => server.AddHandler("MOVE", async (_, session) => await session.UpsertAsync(new Box { Key = "box" })),
            options => options.Sharing = SceneSharing.PerSession);
        var first = await world.ConnectAsync();
        var second = await world.ConnectAsync();

        await first.SendAsync(new ClientEvent("MOVE"));

        await SceneWorld.NextAsync(first, "UPSERT");
        (await second.ReceiveAsync(TimeSpan.FromMilliseconds(100))).ShouldBeNull();
    }

    [Fact]
    public async Task A_viewer_that_does_not_read_holds_up_nobody_and_sees_the_scene_when_it_reads_again()
    {
        await using var world = await SceneWorld.StartAsync(configure: options =>
        {
            options.Queue = new QueueLimits(MaxMessages: 100, MaxBytes: 1 << 20);
            options.StallTimeout = TimeSpan.FromMilliseconds(200);
        });
        var stalled = await world.ConnectAsync(new SceneClientOptions { ReceiveCapacity = 1 });
        (await stalled.ReceiveAsync(TimeSpan.FromMilliseconds(1))).ShouldBeNull();
        var healthy = await world.ConnectAsync();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Count(session => session.Init is not null) == 2), "both are in");
        var ballast = new byte[64 << 10];
        var reading = ReadUntilAsync(healthy, 400);

        for (var i = 0; i <= 400; i++)
        {
            await world.Server.Scene.UpsertAsync(new Box { Key = "box", More = new() { ["n"] = i, ["ballast"] = ballast } });
        }

        (await reading.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(400);
        (await ReadUntilAsync(stalled, 400).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(400);
    }

    [Fact]
    public async Task The_latest_of_each_key_is_what_a_slow_viewer_gets()
    {
        await using var world = await SceneWorld.StartAsync();
        var client = await world.ConnectAsync(new SceneClientOptions { ReceiveCapacity = 1 });
        (await client.ReceiveAsync(TimeSpan.FromMilliseconds(1))).ShouldBeNull();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Any(session => session.Init is not null)), "it is in");
        var ballast = new byte[4 << 10];

        for (var i = 0; i <= 10_000; i++)
        {
            await world.Server.Scene.UpdateAsync(new Box { Key = "box", More = new() { ["n"] = i, ["ballast"] = ballast } }, Delivery.Latest("box"));
        }

        var seen = 0;
        while (true)
        {
            using var message = await SceneWorld.NextAsync(client, "UPDATE");
            seen++;
            if (message.Data["nodes"][0]["n"].AsInt64() == 10_000)
            {
                break;
            }
        }

        seen.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Messages_that_may_be_left_out_are_counted_at_both_ends()
    {
        await using var world = await SceneWorld.StartAsync(configure: options => options.Queue = new QueueLimits(MaxMessages: 10));
        var client = await world.ConnectAsync(new SceneClientOptions { ReceiveCapacity = 1 });
        (await client.ReceiveAsync(TimeSpan.FromMilliseconds(1))).ShouldBeNull();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Any(session => session.Init is not null)), "it is in");
        var session = world.Server.Sessions.Single();
        var ballast = new byte[64 << 10];

        for (var i = 0; i < 1000; i++)
        {
            await session.SendAsync(new ServerEvent("N", new SceneMap { ["n"] = i, ["ballast"] = ballast }), Delivery.DropOldest);
        }

        session.Dropped.ShouldBeGreaterThan(0);
        var (received, dropped) = (0, 0L);
        while (received + dropped < 1000)
        {
            using var message = await SceneWorld.NextAsync(client, "N");
            received++;
            dropped = Math.Max(dropped, message.Dropped);
        }

        dropped.ShouldBe(session.Dropped);
    }

    private static async Task<long> ReadUntilAsync(SceneClient client, long last)
    {
        while (true)
        {
            var message = await client.ReceiveAsync(TimeSpan.FromSeconds(20)) ?? throw new TimeoutException();
            var node = message.Type is "SET" ? message.Data["children"][0] : message.Data["nodes"][0];
            if (node["n"].AsInt64() == last)
            {
                return last;
            }
        }
    }
}
