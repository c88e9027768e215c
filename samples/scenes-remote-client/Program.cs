using System.Numerics;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Samples.ScenesRemoteClient;

await using var client = new SceneClient();
await client.ConnectAsync();

// About 60 positions a second.
using var frames = new PeriodicTimer(TimeSpan.FromMilliseconds(16));
var move = new SetPositionEvent();
for (var i = 0; i < 200; i++)
{
    var t = i * 0.05f;
    var position = new Vector3(MathF.Sin(t) * 2, 0.5f + (MathF.Sin(t * 2) * 0.3f), 0);

    move.Value = new SceneMap { ["position"] = position };
    client.Post(move);
    await frames.WaitForNextTickAsync();
}
