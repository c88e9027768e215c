using System.Numerics;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Scenes;

// A scene server with handlers for two events of its clients. Run scenes-hello-client beside it, and watch at
// https://vuer.ai?ws=ws://localhost:8012 or any page that shows scenes.
await using var server = new SceneServer();

server.AddHandler("HELLO", async (message, session) =>
{
    Console.WriteLine($"Received HELLO: {message.Value}");

    // Update the scene in response.
    await session.UpsertAsync(new Box { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = new(0, 0.5f, 0) });
});

server.AddHandler("MOVE_BOX", async (message, session) =>
{
    var position = message.Value["position"] is { IsNil: false } given ? given.AsVector3() : Vector3.Zero;
    await session.UpsertAsync(new Box { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = position });
});

server.Spawn(async session =>
{
    var init = await session.TillAsync("INIT");
    Console.WriteLine($"A {init.Value["client"].AsString()} client is here");

    await session.SetAsync(new DefaultScene());
    await session.ForeverAsync();
});

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

await server.StartAsync();
Console.WriteLine($"Server ready on {server.Uri}, waiting for client events...");
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
