using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>What a program does on an event. Events of one session start their handlers in order; what a handler awaits holds up no other.</summary>
/// <param name="message">The event. Disposing it when done recycles its memory; nothing must be read from it after that.</param>
/// <param name="session">Who sent it.</param>
public delegate Task SceneHandler(SceneEvent message, SceneSession session);
