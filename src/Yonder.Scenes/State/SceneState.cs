using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Scenes.State;

/// <summary>
/// The scene as a browser has it after all changes so far, kept from the encoded changes themselves, so that one who comes late can be
/// shown the same. It follows the browser's own rules, also where they are odd.
/// </summary>
internal sealed partial class SceneState
{
    private static readonly string[] ListNames = ["children", "rawChildren", "bgChildren", "htmlChildren"];

    private readonly NameCache _names = new();
    private readonly StateNode _root = new(key: null);
    private readonly Dictionary<string, StateList> _lists = ListNames.ToDictionary(name => name, _ => new StateList(), StringComparer.Ordinal);
    private readonly Dictionary<string, (StateNode? Node, int Count)> _index = new(StringComparer.Ordinal);

    /// <summary>Nothing was ever put into the scene.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Takes a change: the data of an event whose type says how.</summary>
    public void Apply(string type, PackedValue data)
    {
        switch (type)
        {
            case "SET":
                Lay(data);
                break;
            case "ADD":
                Each(data, node => Add(node, Parent(data)));
                break;
            case "UPSERT":
                Each(data, node => Upsert(node, Parent(data)));
                break;
            case "UPDATE":
                Each(data, Update);
                break;
            case "REMOVE":
                Remove(data["keys"]);
                break;
        }
    }

    /// <summary>Writes the scene as the node of a SET. All lists are there, or a browser that had another scene would keep parts of it.</summary>
    public void Write(ref PackWriter writer)
    {
        writer.WriteMapHeader(_root.PropCount + ListNames.Length);
        _root.WriteProps(ref writer);
        foreach (var name in ListNames)
        {
            writer.Write(name);
            _lists[name].Write(ref writer);
        }
    }

    private static string? Parent(PackedValue data) => data["to"] is { Kind: PackKind.Text } to ? to.AsString() : null;

    private static string? KeyOf(PackedValue node) => node["key"] is { Kind: PackKind.Text } key ? key.AsString() : null;

    private static void Each(PackedValue data, Action<PackedValue> change)
    {
        foreach (var node in data["nodes"].Items)
        {
            if (node.Kind == PackKind.Map)
            {
                change(node);
            }
        }
    }

    private void Lay(PackedValue scene)
    {
        IsEmpty = false;
        foreach (var (name, value) in scene.Fields)
        {
            var field = _names.Get(name.Text);
            if (_lists.TryGetValue(field, out var list))
            {
                Fill(list, value);
            }
            else
            {
                _root.Set(field, value.Bytes.Span);
            }
        }
    }

    private void Add(PackedValue node, string? parent)
    {
        var list = parent is null ? _lists["children"] : _lists.GetValueOrDefault(parent) ?? Children(Find(parent));
        if (list is not null)
        {
            Append(list, node);
        }
    }

    private void Update(PackedValue node)
    {
        if (KeyOf(node) is { } key && Find(key) is { } known)
        {
            Assign(known, node);
        }
    }

    private void Upsert(PackedValue node, string? parent)
    {
        var inside = parent is null ? null : _lists.GetValueOrDefault(parent) ?? Find(parent)?.Children;
        if (parent is not null && inside is null)
        {
            return;
        }

        var known = KeyOf(node) is { } key ? inside is null ? Find(key) : inside.Find(key) : null;
        if (known is null)
        {
            Append(inside ?? _lists["children"], node);
        }
        else
        {
            Assign(known, node);
        }
    }

    private void Remove(PackedValue keys)
    {
        foreach (var key in keys.Items)
        {
            if (key.Kind == PackKind.Text && Find(key.AsString()) is { Home: { } home } node)
            {
                home.Nodes.Remove(node);
                Forget(node);
            }
        }

        Prune(_lists["children"]);
        Prune(_lists["bgChildren"]);
    }

    private static StateList? Children(StateNode? node) => node is null ? null : node.Children ??= new StateList();
}
