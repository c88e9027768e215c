using System.Threading.Channels;
using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>What begins with a session: the function that is bound to it, the function that its introduction spawns, its view of the scene.</summary>
public sealed partial class SceneSession
{
    private const int BoundCapacity = 1024;

    private void Join(SceneEvent? init)
    {
        if (!_hasJoined)
        {
            _hasJoined = true;
            _server.Scene.Join(this);
        }

        if (init is not null && Init is null)
        {
            Init = init;
            if (_server.SpawnFor(this, init) is { } main)
            {
                _main = Task.Run(() => RunMainAsync(main), CancellationToken.None);
            }
        }
    }

    private async Task RunMainAsync(Func<SceneSession, Task> main)
    {
        var running = CallAsync(main);
        await ObserveAsync(running, "spawn");
        if (running.IsCompletedSuccessfully && !Ended.IsCancellationRequested)
        {
            await CloseAsync();
        }
    }

    // A function that throws before it first awaits fails its task as well.
    private async Task CallAsync(Func<SceneSession, Task> main) => await main(this);

    private Task StartBindingAsync()
    {
        if (_server.Binding is not { } binding)
        {
            return Task.CompletedTask;
        }

        // Full: reading the socket waits for the bound function.
        _events = Channel.CreateBounded<SceneEvent>(new BoundedChannelOptions(BoundCapacity) { SingleReader = true, SingleWriter = true });
        return ObserveAsync(RunBindingAsync(binding, _events.Reader), "bind");
    }

    private async Task RunBindingAsync(SceneBinding binding, ChannelReader<SceneEvent> events)
    {
        await foreach (var message in binding(this, events.ReadAllAsync(Ended)).WithCancellation(Ended))
        {
            if (message.Type is "NOOP")
            {
                continue;
            }

            await SendAsync(message, cancellationToken: Ended);
            if (message is FrameEvent frame)
            {
                await Task.Delay(frame.Duration, Options.Time, Ended);
            }
        }
    }
}
