namespace Yonder.Protocol.Recordings;

/// <summary>What to record.</summary>
/// <param name="ContainerId">The container whose terminal is recorded.</param>
/// <param name="Title">What to call the recording.</param>
public sealed record StartRecordingRequest(string ContainerId, string? Title = null);
