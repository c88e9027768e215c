using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Scenes;

// A box that other programs move. Run scenes-remote-client beside it.
await using var server = new SceneServer();

server.AddHandler("SET_POSITION", async (message, session) =>
    await session.UpsertAsync(new Box { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = message.Value["position"].AsVector3() }));

server.Spawn(async session =>
{
    await session.SetAsync(new DefaultScene(new Box { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = new(0, 0.5f, 0) }));
    await session.ForeverAsync();
});

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

await server.StartAsync();
Console.WriteLine($"Server started on {server.Uri}. Run scenes-remote-client in another terminal.");
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
