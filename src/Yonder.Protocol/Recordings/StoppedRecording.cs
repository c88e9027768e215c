namespace Yonder.Protocol.Recordings;

/// <summary>A recording that has ended.</summary>
public sealed record StoppedRecording
{
    /// <summary>Gets its id.</summary>
    public required string RecordingId { get; init; }

    /// <summary>Gets how long it is.</summary>
    public long DurationMs { get; init; }

    /// <summary>Gets how long it is, in words.</summary>
    public string? Duration { get; init; }

    /// <summary>Gets the number of its events.</summary>
    public long EventsCount { get; init; }

    /// <summary>Gets its size.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Gets the name under which it is public, once made so.</summary>
    public string? ShareToken { get; init; }

    /// <summary>Gets where it is kept.</summary>
    public string? StorageType { get; init; }
}
