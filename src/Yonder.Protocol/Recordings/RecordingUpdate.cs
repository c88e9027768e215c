namespace Yonder.Protocol.Recordings;

/// <summary>A change to a recording.</summary>
/// <param name="IsPublic">Whether anyone who has the link may see it.</param>
public sealed record RecordingUpdate(bool IsPublic);
