using System.Collections.Concurrent;
using Yonder.Client.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Scenes;

namespace Yonder.Gateway.Tests.Scenes;

/// <summary>A scene server on a free port, and clients of it.</summary>
internal sealed class SceneWorld : IAsyncDisposable
{
    private readonly List<SceneClient> _clients = [];

    public SceneWorld(Action<SceneServerOptions>? configure = null)
    {
        var options = new SceneServerOptions { Host = "127.0.0.1", Port = 0, OnFault = Faults.Enqueue };
        configure?.Invoke(options);
        Server = new SceneServer(options);
    }

    public SceneServer Server { get; }

    public ConcurrentQueue<SceneFault> Faults { get; } = new();

    public Uri Uri => Server.Uri ?? throw new InvalidOperationException("The server does not listen.");

    public static async Task<SceneWorld> StartAsync(Action<SceneServer>? setUp = null, Action<SceneServerOptions>? configure = null)
    {
        var world = new SceneWorld(configure);
        setUp?.Invoke(world.Server);
        await world.Server.StartAsync();
        return world;
    }

    public async Task<SceneClient> ConnectAsync(SceneClientOptions? options = null)
    {
        var client = new SceneClient((options ?? new SceneClientOptions()) with { Uri = Uri });
        _clients.Add(client);
        await client.ConnectAsync();
        return client;
    }

    public static async Task<SceneEvent> NextAsync(SceneClient client, string type)
    {
        while (true)
        {
            var message = await client.ReceiveAsync(TimeSpan.FromSeconds(20)) ?? throw new TimeoutException(type);
            if (string.Equals(message.Type, type, StringComparison.Ordinal))
            {
                return message;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
