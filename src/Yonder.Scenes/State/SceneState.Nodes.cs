using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Scenes.State;

/// <summary>Parts coming and going, and the index that finds them by key.</summary>
internal sealed partial class SceneState
{
    private StateNode? Find(string key)
    {
        if (!_index.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (entry is { Count: 1, Node: not null })
        {
            return entry.Node;
        }

        // Of several with one key the browser means the first, searching list after list.
        var first = ListNames.Select(name => _lists[name].Find(key)).FirstOrDefault(node => node is not null);
        _index[key] = (entry.Count == 1 ? first : null, entry.Count);
        return first;
    }

    private void Fill(StateList list, PackedValue nodes)
    {
        list.Nodes.ForEach(Forget);
        list.Nodes.Clear();
        foreach (var node in nodes.Items)
        {
            Append(list, node);
        }
    }

    private void Append(StateList list, PackedValue node)
    {
        IsEmpty = false;
        if (node.Kind != PackKind.Map)
        {
            list.Nodes.Add(new StateNode(key: null) { Raw = node.Bytes.ToArray(), Home = list });
            return;
        }

        var added = new StateNode(KeyOf(node)) { Home = list };
        list.Nodes.Add(added);
        if (added.Key is { } key)
        {
            var count = _index.TryGetValue(key, out var entry) ? entry.Count + 1 : 1;
            _index[key] = (count == 1 ? added : null, count);
        }

        Assign(added, node);
    }

    private void Assign(StateNode node, PackedValue props)
    {
        foreach (var (name, value) in props.Fields)
        {
            var field = _names.Get(name.Text);
            if (string.Equals(field, "children", StringComparison.Ordinal) && value.Kind == PackKind.List)
            {
                Fill(node.Children ??= new StateList(), value);
            }
            else
            {
                node.Set(field, value.Bytes.Span);
            }
        }
    }

    private void Forget(StateNode node)
    {
        node.Home = null;
        node.Children?.Nodes.ForEach(Forget);
        if (node.Key is { } key && _index.TryGetValue(key, out var entry))
        {
            if (entry.Count == 1)
            {
                _index.Remove(key);
            }
            else
            {
                _index[key] = (null, entry.Count - 1);
            }
        }
    }

    // After a removal the browser throws away groups that are empty; it does so bottom up.
    private void Prune(StateList list)
    {
        for (var i = list.Nodes.Count - 1; i >= 0; i--)
        {
            var node = list.Nodes[i];
            if (node.Children is { } children)
            {
                Prune(children);
            }

            if (node is { Children.Nodes.Count: 0, IsGroup: true })
            {
                list.Nodes.RemoveAt(i);
                Forget(node);
            }
        }
    }
}
