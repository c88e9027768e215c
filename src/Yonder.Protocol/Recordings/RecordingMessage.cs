namespace Yonder.Protocol.Recordings;

/// <summary>What was done to a recording.</summary>
/// <param name="Message">For people.</param>
/// <param name="Id">The recording.</param>
public sealed record RecordingMessage(string Message, string Id);
