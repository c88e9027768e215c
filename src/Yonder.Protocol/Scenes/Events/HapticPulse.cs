using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>One shake of a controller.</summary>
/// <param name="Strength">0 to 1.</param>
/// <param name="Duration">How long.</param>
public sealed record HapticPulse(float Strength, TimeSpan Duration) : IPackable
{
    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        writer.WriteMapHeader(2);
        writer.WriteText("strength"u8);
        writer.WriteNumber(Strength);
        writer.WriteText("duration"u8);
        writer.WriteNumber(Duration.TotalMilliseconds);
    }
}
