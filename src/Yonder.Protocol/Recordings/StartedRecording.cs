namespace Yonder.Protocol.Recordings;

/// <summary>A recording that has begun.</summary>
/// <param name="RecordingId">Its id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="ContainerId">The container recorded.</param>
/// <param name="Message">The same in words.</param>
public sealed record StartedRecording(string RecordingId, DateTimeOffset StartedAt, string ContainerId, string? Message = null);
