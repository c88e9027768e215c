namespace Yonder.Protocol.Recordings;

/// <summary>What to record.</summary>
/// <param name="ContainerId">The container whose terminal is recorded.</param>
/// <param name="Title">What to call the recording.</param>
public sealed record StartRecordingRequest(string ContainerId, string? Title = null)
{
    /// <summary>Gets the terminal session to record; the newest in the container when absent, or the next to be started.</summary>
    public string? TerminalId { get; init; }

    /// <summary>Gets a value indicating whether keystrokes are recorded, passwords included.</summary>
    public bool RecordInput { get; init; }
}
