using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>What may be inside an element: another one, text, or a map that says what a type does not.</summary>
public readonly record struct SceneNode : IPackable
{
    private readonly IPackable? _node;
    private readonly string? _text;

    private SceneNode(IPackable? node, string? text)
    {
        _node = node;
        _text = text;
    }

#pragma warning disable CA2225 // The conversions are the API.

    /// <summary>An element.</summary>
    public static implicit operator SceneNode(SceneElement element) => new(element, text: null);

    /// <summary>Text.</summary>
    public static implicit operator SceneNode(string text) => new(node: null, text);

    /// <summary>Properties sent as they are; an update of one part of an element is its key and what changes.</summary>
    public static implicit operator SceneNode(SceneMap node) => new(node, text: null);

    /// <summary>A node that was received, passed on as it came.</summary>
    public static implicit operator SceneNode(PackedValue node) => new(node, text: null);
#pragma warning restore CA2225

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        if (_node is null)
        {
            writer.Write(_text);
        }
        else
        {
            _node.Write(ref writer);
        }
    }
}
