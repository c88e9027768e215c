using System.Diagnostics;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Recordings;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

public sealed class RecordingTests
{
    private const int Steps = 50;

    [Fact]
    public async Task A_recorded_scene_is_played_to_viewers_as_it_was()
    {
        using var file = new MemoryStream();
        await RecordAsync(file);
        await using var world = await SceneWorld.StartAsync();
        var viewer = await world.ConnectAsync();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Any(session => session.Init is not null)), "the viewer is in");

        await ScenePlayer.PlayAsync(SceneRecordingReader.ReadAsync(new MemoryStream(file.ToArray())), world.Server.Scene, speed: double.PositiveInfinity);

        (await SceneWorld.NextAsync(viewer, "SET")).Data["children"][0]["key"].AsString().ShouldBe("box");
        for (var i = 0; i < Steps; i++)
        {
            var update = await SceneWorld.NextAsync(viewer, "UPDATE");
            update.Data["nodes"][0]["n"].AsInt64().ShouldBe(i);
            update["strict"].AsBoolean().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_recording_that_was_cut_off_is_good_up_to_the_cut()
    {
        using var file = new MemoryStream();
        await RecordAsync(file);
        var cut = file.ToArray()[..^5];

        var events = await SceneRecordingReader.ReadAsync(new MemoryStream(cut)).CountAsync();

        events.ShouldBe(Steps);
        await Should.ThrowAsync<SceneException>(async () => await SceneRecordingReader.ReadAsync(new MemoryStream([0x81, 0xa1, 0x61, 0x01])).CountAsync());
    }

    [Fact]
    public async Task Pauses_are_kept_and_shrink_with_the_speed()
    {
        using var file = new MemoryStream();
        await using var world = await SceneWorld.StartAsync();
        var clock = new TestKit.ManualTimeProvider();
        await using (var recorder = await SceneRecordingWriter.StartAsync(file, clock))
        {
            var viewer = await world.ConnectAsync();
            await world.Server.Scene.SetAsync(new Scene());
            using var message = await SceneWorld.NextAsync(viewer, "SET");
            await recorder.WriteAsync(message);
            clock.Advance(TimeSpan.FromMilliseconds(400));
            await recorder.WriteAsync(message);
        }

        var since = Stopwatch.GetTimestamp();
        await ScenePlayer.PlayAsync(SceneRecordingReader.ReadAsync(new MemoryStream(file.ToArray())), world.Server.Scene, speed: 4);

        Stopwatch.GetElapsedTime(since).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(95));
    }

    private static async Task RecordAsync(MemoryStream file)
    {
        await using var world = await SceneWorld.StartAsync();
        await using var recorder = await SceneRecordingWriter.StartAsync(file);
        var viewer = await world.ConnectAsync();
        await TestKit.Waiting.Eventually.TrueAsync(() => Task.FromResult(world.Server.Sessions.Any(session => session.Init is not null)), "the viewer is in");
        await world.Server.Scene.SetAsync(new Scene(new Box { Key = "box" }));
        for (var i = 0; i < Steps; i++)
        {
            await world.Server.Scene.UpdateAsync(new SceneMap { ["key"] = "box", ["n"] = i });
        }

        for (var i = 0; i <= Steps; i++)
        {
            using var message = await viewer.ReceiveAsync(TimeSpan.FromSeconds(20)) ?? throw new TimeoutException();
            await recorder.WriteAsync(message);
        }
    }
}
