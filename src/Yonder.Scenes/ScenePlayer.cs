using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Recordings;

namespace Yonder.Scenes;

/// <summary>Plays a recording into a scene, as fast as it happened or otherwise.</summary>
public static class ScenePlayer
{
    private static readonly string[] Envelope = ["ts", "etype", "data", "dropped"];

    /// <summary>Sends the events of a recording with their pauses, and returns after the last.</summary>
    /// <param name="recording">The events.</param>
    /// <param name="target">Where they go: the scene that all share, or one session.</param>
    /// <param name="speed">2 is twice as fast; infinity is without pauses.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops playing.</param>
    public static async Task PlayAsync(IAsyncEnumerable<RecordedEvent> recording, ISceneTarget target, double speed = 1, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        time ??= TimeProvider.System;
        var started = time.GetTimestamp();
        await foreach (var (at, message) in recording.WithCancellation(cancellationToken))
        {
            var early = (at / speed) - time.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, time, cancellationToken);
            }

            await target.SendAsync(Again(message), cancellationToken: cancellationToken);
        }
    }

    // The moment of sending is a new one; everything else is as it was.
    private static ServerEvent Again(SceneEvent message)
    {
        var more = new SceneMap();
        foreach (var (name, value) in message.Message.Fields)
        {
            if (!Envelope.Contains(name.AsString(), StringComparer.Ordinal))
            {
                more[name.AsString()] = value;
            }
        }

        return new ServerEvent(message.Type, message.Data, more);
    }
}
