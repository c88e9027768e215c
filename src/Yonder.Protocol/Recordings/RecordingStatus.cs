namespace Yonder.Protocol.Recordings;

/// <summary>Whether a container's terminal is being recorded.</summary>
/// <param name="Recording">Whether it is.</param>
public sealed record RecordingStatus(bool Recording)
{
    /// <summary>Gets the recording.</summary>
    public string? RecordingId { get; init; }

    /// <summary>Gets when it was started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets its length so far, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Gets how many events it holds so far.</summary>
    public long? EventsCount { get; init; }

    /// <summary>Gets its size so far.</summary>
    public long? SizeBytes { get; init; }
}
