using System.Numerics;
using System.Runtime.InteropServices;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>Coordinates that travel as 16-bit floats, over the program's own memory. 32-bit ones are converted while they are written.</summary>
public readonly struct HalfData : IPackable
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly bool _isHalf;

    private HalfData(ReadOnlyMemory<byte> bytes, bool isHalf)
    {
        _bytes = bytes;
        _isHalf = isHalf;
    }

#pragma warning disable CA2225 // The conversions are the API.

    /// <summary>x, y, z, x, y, z…</summary>
    public static implicit operator HalfData(float[] values) => (ReadOnlyMemory<float>)values;

    /// <summary>x, y, z, x, y, z…</summary>
    public static implicit operator HalfData(ReadOnlyMemory<float> values) => new(new CastMemory<float>(values).Memory, isHalf: false);

    /// <summary>Points.</summary>
    public static implicit operator HalfData(Vector3[] values) => (ReadOnlyMemory<Vector3>)values;

    /// <summary>Points.</summary>
    public static implicit operator HalfData(ReadOnlyMemory<Vector3> values) => new(new CastMemory<Vector3>(values).Memory, isHalf: false);

    /// <summary>Pairs, as texture coordinates are.</summary>
    public static implicit operator HalfData(Vector2[] values) => new(new CastMemory<Vector2>(values).Memory, isHalf: false);

    /// <summary>x, y, z, x, y, z…, sent as they lie in memory.</summary>
    public static implicit operator HalfData(Half[] values) => (ReadOnlyMemory<Half>)values;

    /// <summary>x, y, z, x, y, z…, sent as they lie in memory.</summary>
    public static implicit operator HalfData(ReadOnlyMemory<Half> values) => new(new CastMemory<Half>(values).Memory, isHalf: true);
#pragma warning restore CA2225

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        if (_isHalf)
        {
            writer.Write(_bytes.Span);
        }
        else
        {
            writer.WriteHalves(MemoryMarshal.Cast<byte, float>(_bytes.Span));
        }
    }
}
