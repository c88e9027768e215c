namespace Yonder.Protocol.Scenes;

/// <summary>How much may wait to be sent on one connection. A single message may be larger: it then waits alone.</summary>
/// <param name="MaxMessages">Messages that may wait.</param>
/// <param name="MaxBytes">Their bytes.</param>
public sealed record QueueLimits(int MaxMessages = 1 << 16, long MaxBytes = 16 << 20)
{
    /// <summary>How long a message may wait for room before its sender is told that the peer is stalled.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(30);
}
