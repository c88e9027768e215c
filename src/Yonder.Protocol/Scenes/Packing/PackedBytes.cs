namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Bytes that somebody else holds, sent as binary.</summary>
internal sealed class PackedBytes(ReadOnlyMemory<byte> bytes) : IPackable
{
    public void Write(ref PackWriter writer) => writer.Write(bytes.Span);
}
