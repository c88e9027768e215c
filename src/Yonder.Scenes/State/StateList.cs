using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Scenes.State;

/// <summary>Parts in their order: a list of the scene, or the children of a part.</summary>
internal sealed class StateList
{
    public List<StateNode> Nodes { get; } = [];

    public void Write(ref PackWriter writer)
    {
        writer.WriteArrayHeader(Nodes.Count);
        foreach (var node in Nodes)
        {
            node.Write(ref writer);
        }
    }

    /// <summary>The first part with that key, looking into each part before the next.</summary>
    public StateNode? Find(string key)
    {
        foreach (var node in Nodes)
        {
            if (string.Equals(node.Key, key, StringComparison.Ordinal))
            {
                return node;
            }

            if (node.Children?.Find(key) is { } inside)
            {
                return inside;
            }
        }

        return null;
    }
}
