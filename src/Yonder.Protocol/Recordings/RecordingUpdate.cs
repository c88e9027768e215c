namespace Yonder.Protocol.Recordings;

/// <summary>A change to a recording.</summary>
/// <param name="IsPublic">Whether anyone who has the link may see it; as it is when left out.</param>
/// <param name="Title">What to call it; as it is when left out.</param>
public sealed record RecordingUpdate(bool? IsPublic = null, string? Title = null);
