using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Benchmarks.Scenes;

/// <summary>The smallest event that says something: <c>{i: n}</c>.</summary>
internal readonly record struct CountValue(int Count) : IPackable
{
    public void Write(ref PackWriter writer)
    {
        writer.WriteMapHeader(1);
        writer.WriteText("i"u8);
        writer.Write(Count);
    }
}
