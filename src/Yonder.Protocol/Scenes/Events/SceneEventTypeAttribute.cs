namespace Yonder.Protocol.Scenes.Events;

/// <summary>Names the event type of a subclass of <see cref="ClientEvent"/> or <see cref="ServerEvent"/>: <c>[SceneEventType("HELLO")]</c>.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class SceneEventTypeAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}
