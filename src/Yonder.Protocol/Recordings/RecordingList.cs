namespace Yonder.Protocol.Recordings;

/// <summary>The caller's recordings.</summary>
/// <param name="Recordings">All of them.</param>
public sealed record RecordingList(IReadOnlyList<Recording> Recordings);
