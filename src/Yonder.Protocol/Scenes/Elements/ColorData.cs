using System.Numerics;
using System.Runtime.InteropServices;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>Colours that travel as three bytes each, over the program's own memory.</summary>
public readonly struct ColorData : IPackable
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly bool _isByte;

    private ColorData(ReadOnlyMemory<byte> bytes, bool isByte)
    {
        _bytes = bytes;
        _isByte = isByte;
    }

#pragma warning disable CA2225 // The conversions are the API.

    /// <summary>r, g, b, r, g, b… of 0 to 255, sent as they lie in memory.</summary>
    public static implicit operator ColorData(byte[] values) => (ReadOnlyMemory<byte>)values;

    /// <summary>r, g, b, r, g, b… of 0 to 255, sent as they lie in memory.</summary>
    public static implicit operator ColorData(ReadOnlyMemory<byte> values) => new(values, isByte: true);

    /// <summary>r, g, b, r, g, b… of 0 to 1.</summary>
    public static implicit operator ColorData(float[] values) => new(new CastMemory<float>(values).Memory, isByte: false);

    /// <summary>Colours of 0 to 1.</summary>
    public static implicit operator ColorData(Vector3[] values) => new(new CastMemory<Vector3>(values).Memory, isByte: false);
#pragma warning restore CA2225

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        if (_isByte)
        {
            writer.Write(_bytes.Span);
            return;
        }

        var shares = MemoryMarshal.Cast<byte, float>(_bytes.Span);
        writer.WriteBinaryHeader(shares.Length);
        Span<byte> part = stackalloc byte[512];
        while (!shares.IsEmpty)
        {
            var count = Math.Min(part.Length, shares.Length);
            for (var i = 0; i < count; i++)
            {
                part[i] = (byte)Math.Clamp(shares[i] * 255, 0, 255);
            }

            writer.WriteRaw(part[..count]);
            shares = shares[count..];
        }
    }
}
