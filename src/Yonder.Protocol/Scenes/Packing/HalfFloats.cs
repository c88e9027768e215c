using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Rounds floats to 16 bits, eight at a time: clouds of points are the largest thing that a scene sends.</summary>
internal static class HalfFloats
{
    // Bits of floats: 65536, above which a half is infinite; 2^-14, below which it has no leading one; the number whose last place is
    // the last place of such a small half, so that adding it rounds there.
    private const uint Overflow = (127 + 16) << 23;
    private const uint Infinity = 255 << 23;
    private const uint SmallestNormal = (127 - 14) << 23;
    private const uint RoundingAid = (127 - 1) << 23;

    public static void Convert(ReadOnlySpan<float> source, Span<ushort> destination)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; at <= source.Length - 8; at += 8)
            {
                var wide = Round(Vector256.Create(source[at..]).AsUInt32());
                Vector128.Narrow(wide.GetLower(), wide.GetUpper()).CopyTo(destination[at..]);
            }
        }

        var rest = MemoryMarshal.Cast<ushort, Half>(destination);
        for (; at < source.Length; at++)
        {
            rest[at] = (Half)source[at];
        }
    }

    private static Vector256<uint> Round(Vector256<uint> bits)
    {
        var sign = bits & Vector256.Create(0x8000_0000u);
        var size = bits ^ sign;

        // Rounds to even at bit 13 and moves the exponent's bias from 127 to 15.
        var odd = Vector256.ShiftRightLogical(size, 13) & Vector256<uint>.One;
        var normal = Vector256.ShiftRightLogical(size - Vector256.Create((127u - 15) << 23) + Vector256.Create(0xfffu) + odd, 13);
        var aid = Vector256.Create(RoundingAid);
        var small = (size.AsSingle() + aid.AsSingle()).AsUInt32() - aid;
        var large = Vector256.ConditionalSelect(Vector256.GreaterThan(size, Vector256.Create(Infinity)), Vector256.Create(0x7e00u), Vector256.Create(0x7c00u));

        var half = Vector256.ConditionalSelect(Vector256.LessThan(size, Vector256.Create(SmallestNormal)), small, normal);
        half = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(size, Vector256.Create(Overflow)), large, half);
        return half | Vector256.ShiftRightLogical(sign, 16);
    }
}
