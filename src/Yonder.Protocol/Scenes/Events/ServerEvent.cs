using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>What a scene server tells a client or browser: a change of the scene (<see cref="SceneOps"/>) or an event of the program's own.</summary>
public class ServerEvent
{
    /// <summary>An event of any type.</summary>
    public ServerEvent(string type, SceneValue data = default, SceneMap? more = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
        Data = data;
        More = more;
    }

    /// <summary>For derived classes, which carry their type in an attribute.</summary>
    protected ServerEvent() => Type = EventTypeNames.Of(GetType());

    /// <summary>The event type.</summary>
    public string Type { get; }

    /// <summary>What it says.</summary>
    public SceneValue Data { get; set; }

    /// <summary>Further fields beside the data, if any.</summary>
    public SceneMap? More { get; set; }

    /// <summary>It changes the scene, and so belongs to the state that a viewer who comes later must see.</summary>
    public bool ChangesScene => Type is "SET" or "ADD" or "UPDATE" or "UPSERT" or "REMOVE";

    internal virtual void Write(ref PackWriter writer, long now)
    {
        writer.WriteMapHeader(3 + (More?.Count ?? 0));
        WriteCore(ref writer, now);
        More?.WriteFields(ref writer);
    }

    private protected void WriteCore(ref PackWriter writer, long now)
    {
        writer.WriteText("ts"u8);
        writer.Write(now);
        writer.WriteText("data"u8);
        Data.Write(ref writer);
        writer.WriteText("etype"u8);
        writer.Write(Type);
    }
}
