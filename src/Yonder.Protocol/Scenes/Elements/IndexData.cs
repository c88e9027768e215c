using System.Runtime.InteropServices;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>Corners of triangles, three indices each, over the program's own memory; they travel as 32 bits.</summary>
public readonly struct IndexData : IPackable
{
    private readonly ReadOnlyMemory<byte> _bytes;

    private IndexData(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

#pragma warning disable CA2225 // The conversions are the API.

    /// <summary>a, b, c, a, b, c…</summary>
    public static implicit operator IndexData(uint[] values) => (ReadOnlyMemory<uint>)values;

    /// <summary>a, b, c, a, b, c…</summary>
    public static implicit operator IndexData(ReadOnlyMemory<uint> values) => new(new CastMemory<uint>(values).Memory);

    /// <summary>a, b, c, a, b, c…; none is negative.</summary>
    public static implicit operator IndexData(int[] values) => new(new CastMemory<int>(values).Memory);
#pragma warning restore CA2225

    /// <inheritdoc />
    public void Write(ref PackWriter writer) => writer.WriteBinary(MemoryMarshal.Cast<byte, uint>(_bytes.Span));
}
