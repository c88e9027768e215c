using Yonder.Protocol.Scenes.Events;

namespace Yonder.Protocol.Scenes.Recordings;

/// <summary>An event of a recording.</summary>
/// <param name="At">When, from the beginning of the recording.</param>
/// <param name="Message">What was received then.</param>
public sealed record RecordedEvent(TimeSpan At, SceneEvent Message);
