namespace Yonder.Scenes;

/// <summary>An exception in the program's own code; the connection stays open.</summary>
/// <param name="Session">Whose event was handled, if it was one session's.</param>
/// <param name="Where">The event type, or what else was running.</param>
/// <param name="Error">The exception.</param>
public sealed record SceneFault(SceneSession? Session, string Where, Exception Error);
