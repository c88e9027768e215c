using System.Collections;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Named values to send, in the order they were added: <c>new SceneMap { ["position"] = position, ["fast"] = true }</c>.</summary>
public sealed class SceneMap : IPackable, IEnumerable<KeyValuePair<string, SceneValue>>
{
    private readonly List<KeyValuePair<string, SceneValue>> _fields = [];

    /// <summary>How many there are.</summary>
    public int Count => _fields.Count;

    /// <summary>Sets a value, in its old place when the name is there already.</summary>
    public SceneValue this[string name]
    {
        get => _fields.Find(field => string.Equals(field.Key, name, StringComparison.Ordinal)).Value;
        set
        {
            var index = _fields.FindIndex(field => string.Equals(field.Key, name, StringComparison.Ordinal));
            if (index < 0)
            {
                _fields.Add(new(name, value));
            }
            else
            {
                _fields[index] = new(name, value);
            }
        }
    }

    /// <summary>Sets a value.</summary>
    public void Add(string name, SceneValue value) => this[name] = value;

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        writer.WriteMapHeader(_fields.Count);
        WriteFields(ref writer);
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, SceneValue>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void WriteFields(ref PackWriter writer)
    {
        foreach (var (name, value) in _fields)
        {
            writer.Write(name);
            value.Write(ref writer);
        }
    }
}
