using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>The events of a server that change what a browser shows.</summary>
public static class SceneOps
{
    /// <summary>Lays the scene anew. Lists of parts that it does not name stay as they are.</summary>
    public static ServerEvent Set(Scene scene) => new("SET", SceneValue.From(scene));

    /// <summary>Adds parts, into the scene or into one of its parts.</summary>
    /// <param name="nodes">What is added.</param>
    /// <param name="parent">The key of a part, or the name of one of the scene's lists; the scene's children when left out.</param>
    public static ServerEvent Add(IReadOnlyList<SceneNode> nodes, string? parent = null) => new("ADD", SceneValue.From(new NodeList(nodes, parent, HasParent: true)));

    /// <summary>Changes parts that are there and adds those that are not.</summary>
    /// <param name="nodes">What is changed or added.</param>
    /// <param name="parent">Where: the key of a part, or the name of one of the scene's lists; anywhere when left out.</param>
    public static ServerEvent Upsert(IReadOnlyList<SceneNode> nodes, string? parent = null) => new("UPSERT", SceneValue.From(new NodeList(nodes, parent, HasParent: true)));

    /// <summary>Changes parts that are there; others are passed over.</summary>
    public static ServerEvent Update(IReadOnlyList<SceneNode> nodes, bool isStrict = false) =>
        new("UPDATE", SceneValue.From(new NodeList(nodes, Parent: null, HasParent: false)), new SceneMap { ["strict"] = isStrict });

    /// <summary>Removes parts.</summary>
    public static ServerEvent Remove(params string[] keys) => new("REMOVE", new SceneMap { ["keys"] = Array.ConvertAll(keys, key => (SceneValue)key) });

    /// <summary>Shakes the controllers of a headset.</summary>
    /// <param name="left">Strength 0 to 1 and how long; null for not at all.</param>
    /// <param name="right">As for the left.</param>
    public static ServerEvent Pulse(HapticPulse? left, HapticPulse? right) => new("HAPTIC_ACTUATOR_PULSE", new SceneMap { ["left"] = SceneValue.From(left), ["right"] = SceneValue.From(right) });

    /// <summary>Says nothing; what a bound function yields when it has nothing to say.</summary>
    public static ServerEvent Noop() => new("NOOP");

    /// <summary>Says that it is over.</summary>
    public static ServerEvent End() => new("TERMINATE");
}
