using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>One step of an animation in a bound function: sends <paramref name="inner"/>, then waits for the rest of the frame.</summary>
/// <param name="inner">What goes out.</param>
/// <param name="rate">Frames a second.</param>
public sealed class FrameEvent(ServerEvent inner, double rate = 60) : ServerEvent("FRAME")
{
    /// <summary>What goes out.</summary>
    public ServerEvent Inner { get; } = inner;

    /// <summary>How long one frame lasts.</summary>
    public TimeSpan Duration { get; } = rate > 0
        ? TimeSpan.FromSeconds(1 / rate)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is above zero.");

    // A frame is a matter of pacing: on the wire there is only what it carries.
    internal override void Write(ref PackWriter writer, long now) => Inner.Write(ref writer, now);
}
