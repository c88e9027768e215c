using Yonder.Protocol.Scenes.Events;

namespace Yonder.Scenes;

/// <summary>
/// A function that has a session to itself: it is given the session's events and yields what is sent. What it yields before it
/// asks for an event goes out at once; a <see cref="FrameEvent"/> paces an animation.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="events">Its events, in order, until it ends.</param>
public delegate IAsyncEnumerable<ServerEvent> SceneBinding(SceneSession session, IAsyncEnumerable<SceneEvent> events);
