using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>The data of a change: parts, and where they belong.</summary>
internal sealed record NodeList(IReadOnlyList<SceneNode> Nodes, string? Parent, bool HasParent) : IPackable
{
    public void Write(ref PackWriter writer)
    {
        writer.WriteMapHeader(HasParent ? 2 : 1);
        writer.WriteText("nodes"u8);
        writer.WriteArrayHeader(Nodes.Count);
        foreach (var node in Nodes)
        {
            node.Write(ref writer);
        }

        if (HasParent)
        {
            writer.WriteText("to"u8);
            writer.Write(Parent);
        }
    }
}
