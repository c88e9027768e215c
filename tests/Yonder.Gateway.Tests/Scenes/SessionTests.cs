using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class SessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Till_init_returns_the_introduction_that_started_the_function()
    {
        var seen = new TaskCompletionSource<string>();
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            var init = await session.TillAsync("INIT", Patience);
            seen.SetResult(init.Value["client"].AsString());
            await session.ForeverAsync();
        }));

        await world.ConnectAsync();

        (await seen.Task.WaitAsync(Patience)).ShouldBe("csharp");
    }

    [Fact]
    public async Task Till_sees_only_its_own_session_and_the_servers_sees_all()
    {
        var own = new TaskCompletionSource<string>();
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(
            async session =>
            {
                var answer = session.TillAsync("ANSWER", Patience);
                await session.SendAsync(new ServerEvent("READY"));
                own.TrySetResult((await answer).Value.AsString());
                await session.ForeverAsync();
            },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["client"] = "cs*" }));
        var any = world.Server.TillAsync("ANSWER", Patience);
        var first = await world.ConnectAsync();
        await SceneWorld.NextAsync(first, "READY");
        await using var stranger = PythonPeer.Client(world.Uri);

        await stranger.SendAsync("ANSWER", "stranger");

        (await any).Value.AsString().ShouldBe("stranger");
        own.Task.IsCompleted.ShouldBeFalse();
        await first.SendAsync(new ClientEvent("ANSWER", "first"));
        (await own.Task.WaitAsync(Patience)).ShouldBe("first");
    }

    [Fact]
    public async Task Till_says_when_nothing_came_in_time()
    {
        var failed = new TaskCompletionSource<Exception>();
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            failed.SetResult(await Should.ThrowAsync<TimeoutException>(session.TillAsync("NEVER", TimeSpan.FromMilliseconds(20))));
            await session.ForeverAsync();
        }));

        await world.ConnectAsync();

        (await failed.Task.WaitAsync(Patience)).Message.ShouldContain("NEVER");
    }

    [Fact]
    public async Task A_handler_runs_until_it_is_removed_and_once_if_it_is_to_run_once()
    {
        await using var world = await SceneWorld.StartAsync();
        var counts = (Removed: 0, Once: 0, Always: 0);
        var removable = world.Server.AddHandler("N", (_, _) => { counts.Removed++; return Task.CompletedTask; });
        world.Server.AddHandler("N", (_, _) => { counts.Once++; return Task.CompletedTask; }, once: true);
        world.Server.AddHandler("N", async (_, session) => { counts.Always++; await session.SendAsync(new ServerEvent("DONE")); });
        var client = await world.ConnectAsync();

        await client.SendAsync(new ClientEvent("N"));
        await SceneWorld.NextAsync(client, "DONE");
        removable.Dispose();
        await client.SendAsync(new ClientEvent("N"));
        await SceneWorld.NextAsync(client, "DONE");

        counts.ShouldBe((1, 1, 2));
    }

    [Fact]
    public async Task Events_reach_handlers_in_order_and_a_slow_one_holds_up_none()
    {
        var release = new TaskCompletionSource();
        await using var world = await SceneWorld.StartAsync(server =>
        {
            server.AddHandler("SLOW", async (_, session) => { await release.Task; await session.SendAsync(new ServerEvent("SLOW_DONE")); });
            server.AddHandler("N", async (message, session) => await session.SendAsync(new ServerEvent("ECHO", message.Value)));
        });
        var client = await world.ConnectAsync();

        client.Post(new ClientEvent("SLOW"));
        for (var i = 0; i < 1000; i++)
        {
            client.Post(new ClientEvent("N", i));
        }

        for (var i = 0; i < 1000; i++)
        {
            (await SceneWorld.NextAsync(client, "ECHO")).Data.AsInt64().ShouldBe(i);
        }

        release.SetResult();
        await SceneWorld.NextAsync(client, "SLOW_DONE");
    }

    [Fact]
    public async Task An_exception_in_the_programs_code_is_reported_and_the_connection_stays()
    {
        await using var world = await SceneWorld.StartAsync(server =>
        {
            server.AddHandler("AT_ONCE", (_, _) => throw new InvalidOperationException("at once"));
            server.AddHandler("LATER", async (_, _) => { await Task.Yield(); throw new InvalidOperationException("later"); });
            server.AddHandler("PING", async (_, session) => await session.SendAsync(new ServerEvent("PONG")));
            server.Spawn(_ => throw new InvalidOperationException("spawn"));
        });
        var client = await world.ConnectAsync();

        await client.SendAsync(new ClientEvent("AT_ONCE"));
        await client.SendAsync(new ClientEvent("LATER"));
        await client.SendAsync(new ClientEvent("PING"));

        await SceneWorld.NextAsync(client, "PONG");
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Faults.Count == 3), "three faults");
        world.Faults.Select(fault => fault.Error.Message).ShouldBe(["at once", "later", "spawn"], ignoreOrder: true);
        world.Faults.Select(fault => fault.Where).ShouldBe(["AT_ONCE", "LATER", "spawn"], ignoreOrder: true);
        client.IsConnected.ShouldBeTrue();
    }

    [Fact]
    public async Task When_the_spawned_function_returns_the_client_is_let_go_after_it_got_everything()
    {
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            for (var i = 0; i < 100; i++)
            {
                await session.SendAsync(new ServerEvent("N", i));
            }
        }));
        var client = await world.ConnectAsync();
        var received = new List<long>();

        await foreach (var message in client)
        {
            received.Add(message.Data.AsInt64());
        }

        received.ShouldBe(Enumerable.Range(0, 100).Select(i => (long)i));
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(!client.IsConnected), "the client notices");
    }

    [Fact]
    public async Task The_first_spawned_function_that_fits_the_introduction_runs()
    {
        var ran = new TaskCompletionSource<string>();
        await using var world = await SceneWorld.StartAsync(server =>
        {
            server.Spawn(session => Run("python", session), new Dictionary<string, string>(StringComparer.Ordinal) { ["client"] = "python" });
            server.Spawn(session => Run("linux", session), new Dictionary<string, string>(StringComparer.Ordinal) { ["client"] = "c*", ["platform"] = "Lin??" });
            server.Spawn(session => Run("any", session));
        });

        await world.ConnectAsync();

        (await ran.Task.WaitAsync(Patience)).ShouldBe("linux");

        Task Run(string name, SceneSession session)
        {
            ran.TrySetResult(name);
            return session.ForeverAsync();
        }
    }

    [Fact]
    public async Task A_bound_function_speaks_first_then_answers_each_event_and_paces_its_frames()
    {
        await using var world = await SceneWorld.StartAsync(server => server.Bind(Bound));
        var client = await world.ConnectAsync();

        await SceneWorld.NextAsync(client, "SET");
        await client.SendAsync(new ClientEvent("A"));
        (await SceneWorld.NextAsync(client, "SAW")).Data.AsString().ShouldBe("INIT");
        (await SceneWorld.NextAsync(client, "SAW")).Data.AsString().ShouldBe("A");
        for (var i = 0; i < 3; i++)
        {
            (await SceneWorld.NextAsync(client, "UPDATE")).Data["nodes"][0]["n"].AsInt64().ShouldBe(i);
        }

        static async IAsyncEnumerable<ServerEvent> Bound(SceneSession session, IAsyncEnumerable<SceneEvent> events)
        {
            yield return SceneOps.Set(new Scene { Key = "s" });
            await foreach (var message in events)
            {
                yield return new ServerEvent("SAW", message.Type);
                for (var i = 0; message.Type is "A" && i < 3; i++)
                {
                    yield return new FrameEvent(SceneOps.Update([new SceneMap { ["key"] = "b", ["n"] = i }]), rate: 1000);
                }
            }
        }
    }

    [Fact]
    public async Task A_question_without_an_answer_ends_when_its_time_is_over()
    {
        var failed = new TaskCompletionSource();
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            await Should.ThrowAsync<TimeoutException>(session.RpcAsync(new RpcRequest("ASK"), TimeSpan.FromMilliseconds(30)));
            failed.SetResult();
            await session.ForeverAsync();
        }));

        await world.ConnectAsync();

        await failed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_client_answers_with_one_call()
    {
        var answer = new TaskCompletionSource<long>();
        await using var world = await SceneWorld.StartAsync(server => server.Spawn(async session =>
        {
            answer.SetResult((await session.RpcAsync(new RpcRequest("ADD", data: new SceneValue[] { 2, 3 }), Patience)).Value.AsInt64());
            await session.ForeverAsync();
        }));
        var client = await world.ConnectAsync();

        var question = await SceneWorld.NextAsync(client, "ADD");
        await client.ReplyAsync(question, question.Data[0].AsInt64() + question.Data[1].AsInt64());

        (await answer.Task.WaitAsync(Patience)).ShouldBe(5);
    }

    [Fact]
    public async Task Handlers_of_a_client_that_has_left_still_finish()
    {
        var finished = new TaskCompletionSource();
        await using var world = await SceneWorld.StartAsync(server => server.AddHandler("MOVE", async (_, session) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, session.Ended).ContinueWith(_ => { }, TaskScheduler.Default);
            await session.UpsertAsync(new Box { Key = "box" });
            finished.SetResult();
        }));
        var client = await world.ConnectAsync();

        await client.SendAsync(new ClientEvent("MOVE"));
        await client.CloseAsync();
        await finished.Task.WaitAsync(Patience);

        var late = await world.ConnectAsync();
        (await SceneWorld.NextAsync(late, "SET")).Data["children"][0]["key"].AsString().ShouldBe("box");
    }
}
