using System.Collections.Concurrent;
using System.Reflection;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>The names in the attributes of event classes, read once per class.</summary>
internal static class EventTypeNames
{
    private static readonly ConcurrentDictionary<Type, string> Names = [];

    public static string Of(Type type) => Names.GetOrAdd(type, static type =>
        type.GetCustomAttribute<SceneEventTypeAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type} has no [SceneEventType] that names it on the wire."));
}
