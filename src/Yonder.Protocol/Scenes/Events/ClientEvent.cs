using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>
/// What a program or browser tells a scene server. Use it as it is, or derive a class for each event of yours, with
/// <see cref="SceneEventTypeAttribute"/> for its name and <see cref="DefaultValue"/> for a value that need not be given. It is encoded at
/// the moment it is sent, so one object may be changed and sent again.
/// </summary>
public class ClientEvent
{
    private readonly bool _isOwnClass;
    private SceneValue? _value;

    /// <summary>An event of any type.</summary>
    public ClientEvent(string type, SceneValue value = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        Type = type;
        _value = value;
    }

    /// <summary>For derived classes, which carry their type in an attribute.</summary>
    protected ClientEvent()
    {
        _isOwnClass = true;
        Type = EventTypeNames.Of(GetType());
    }

    /// <summary>The event type, as handlers know it.</summary>
    public string Type { get; }

    /// <summary>What it says.</summary>
    public SceneValue Value
    {
        get => _value ?? DefaultValue;
        set => _value = value;
    }

    /// <summary>The component it is about, if any.</summary>
    public string? Key { get; set; }

    /// <summary>When it happened, in milliseconds since 1970; the moment of sending when left out.</summary>
    public long? Timestamp { get; set; }

    /// <summary>Further fields beside the value, if any.</summary>
    public SceneMap? More { get; set; }

    /// <summary>The value when none is given.</summary>
    protected virtual SceneValue DefaultValue => default;

    internal void Write(ref PackWriter writer, long now)
    {
        writer.WriteMapHeader(3 + (Key is null ? 0 : 1) + (More?.Count ?? 0));
        writer.WriteText("ts"u8);
        writer.Write(Timestamp ?? now);
        if (!_isOwnClass)
        {
            WriteType(ref writer);
        }

        if (Key is not null)
        {
            writer.WriteText("key"u8);
            writer.Write(Key);
        }

        // The original puts the type of a derived class last; the order means nothing to a reader.
        writer.WriteText("value"u8);
        Value.Write(ref writer);
        if (_isOwnClass)
        {
            WriteType(ref writer);
        }

        More?.WriteFields(ref writer);
    }

    private void WriteType(ref PackWriter writer)
    {
        writer.WriteText("etype"u8);
        writer.Write(Type);
    }
}
