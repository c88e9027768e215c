using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Scenes.State;

/// <summary>A part of the scene as it is now: encoded properties by name, and the parts inside.</summary>
internal sealed class StateNode(string? key)
{
    private readonly OrderedDictionary<string, byte[]> _props = new(StringComparer.Ordinal);

    /// <summary>Null for text and for what carries no key: such parts come and go with their parent.</summary>
    public string? Key { get; } = key;

    /// <summary>The list that this part is in.</summary>
    public StateList? Home { get; set; }

    public StateList? Children { get; set; }

    /// <summary>Text, or anything else that is no map: its encoding.</summary>
    public byte[]? Raw { get; init; }

    public bool IsGroup => _props.TryGetValue("tag", out var tag) && new PackedValue(tag) is { Kind: PackKind.Text } name && name.AsString() is "group" or "Group";

    public void Set(string name, ReadOnlySpan<byte> value)
    {
        // Poses change thousands of times a second and keep their size: they are written over.
        if (_props.TryGetValue(name, out var old) && old.Length == value.Length)
        {
            value.CopyTo(old);
        }
        else
        {
            _props[name] = value.ToArray();
        }
    }

    public void Write(ref PackWriter writer)
    {
        if (Raw is not null)
        {
            writer.WriteRaw(Raw);
            return;
        }

        writer.WriteMapHeader(_props.Count + (Children is null ? 0 : 1));
        WriteProps(ref writer);
        if (Children is not null)
        {
            writer.WriteText("children"u8);
            Children.Write(ref writer);
        }
    }

    public void WriteProps(ref PackWriter writer)
    {
        foreach (var (name, value) in _props)
        {
            writer.Write(name);
            writer.WriteRaw(value);
        }
    }

    public int PropCount => _props.Count;
}
