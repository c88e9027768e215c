using System.Numerics;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Samples.ScenesHelloClient;

// Connects to VUER_CLIENT_URI, or ws://localhost:8012, where scenes-hello-server or any other scene server listens.
await using var client = new SceneClient();
await client.ConnectAsync();

// Fire and forget: it leaves in its turn, on another thread.
client.Post(new HelloEvent { Value = new SceneMap { ["message"] = "Hi!" } });

// Done when it is on its way, after the one before.
await client.SendAsync(new MoveBoxEvent { Value = new SceneMap { ["position"] = new Vector3(1, 0.5f, 0) } });
Console.WriteLine("Events sent!");

// What the server does with them, for a second.
while (await client.ReceiveAsync(timeout: TimeSpan.FromSeconds(1)) is { } message)
{
    Console.WriteLine($"Received: {message.Type}");
}
