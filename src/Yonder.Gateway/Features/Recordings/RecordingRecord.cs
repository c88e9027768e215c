namespace Yonder.Gateway.Features.Recordings;

/// <summary>One recording, as it is stored.</summary>
internal sealed record RecordingRecord
{
    public const string Live = "recording";
    public const string Done = "done";

    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string RuntimeId { get; init; }

    public required string RuntimeName { get; init; }

    public required string Title { get; init; }

    /// <summary>Gets <see cref="Live"/> or <see cref="Done"/>.</summary>
    public required string State { get; init; }

    public required string ShareToken { get; init; }

    public long IsPublic { get; init; }

    public long DurationMicros { get; init; }

    public long EventsCount { get; init; }

    public long SizeBytes { get; init; }

    public string? EndedBy { get; init; }

    public required long CreatedAt { get; init; }

    public long? EndedAt { get; init; }
}
