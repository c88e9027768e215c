using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>A part of a scene. Only the properties that are set are sent, so one of them may also say what changes in an update.</summary>
public abstract record SceneElement : IPackable
{
    /// <summary>What it is, as the renderer knows it.</summary>
    public abstract string Tag { get; }

    /// <summary>Its name in the scene; changes and events refer to it. A number of its own when left out.</summary>
    public string Key
    {
        get => field ??= DefaultKey ?? ElementKeys.Next();
        init;
    }

    /// <summary>Parts inside this one, which move with it; text for elements that show text.</summary>
    public IReadOnlyList<SceneNode>? Children { get; init; }

    /// <summary>Properties that this type does not name, sent as they are.</summary>
    public SceneMap? More { get; init; }

    /// <summary>The key when none is given, for parts of which a scene has one.</summary>
    protected virtual string? DefaultKey => null;

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        var counting = new PropWriter(writer, isCounting: true);
        WriteAll(ref counting);
        writer.WriteMapHeader(counting.Count);
        var props = new PropWriter(writer, isCounting: false);
        WriteAll(ref props);
        writer = props.Writer;
    }

    /// <summary>Writes the properties that are set. It is called twice: first they are counted.</summary>
    protected virtual void WriteProps(ref PropWriter props)
    {
    }

    private void WriteAll(ref PropWriter props)
    {
        props.Write("children"u8, Children is { Count: > 0 } ? Children : null);
        props.Write("key"u8, Key);
        props.Write("tag"u8, Tag);
        WriteProps(ref props);
        props.WriteFields(More);
    }
}
