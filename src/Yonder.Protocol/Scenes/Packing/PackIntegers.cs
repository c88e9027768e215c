using System.Buffers.Binary;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>The smallest encodings of integers and of the heads that carry a size. Each returns the bytes it wrote.</summary>
internal static class PackIntegers
{
    public static int Write(Span<byte> to, ulong value)
    {
        switch (value)
        {
            case < 128:
                to[0] = (byte)value;
                return 1;
            case <= byte.MaxValue:
                return Head8(to, PackCode.UInt8, (int)value);
            case <= ushort.MaxValue:
                return Head16(to, PackCode.UInt16, (int)value);
            case <= uint.MaxValue:
                to[0] = PackCode.UInt32;
                BinaryPrimitives.WriteUInt32BigEndian(to[1..], (uint)value);
                return 5;
            default:
                to[0] = PackCode.UInt64;
                BinaryPrimitives.WriteUInt64BigEndian(to[1..], value);
                return 9;
        }
    }

    public static int WriteNegative(Span<byte> to, long value)
    {
        switch (value)
        {
            case >= -32:
                to[0] = (byte)value;
                return 1;
            case >= sbyte.MinValue:
                return Head8(to, PackCode.Int8, (int)value);
            case >= short.MinValue:
                return Head16(to, PackCode.Int16, (int)value);
            case >= int.MinValue:
                return Head32(to, PackCode.Int32, (int)value);
            default:
                to[0] = PackCode.Int64;
                BinaryPrimitives.WriteInt64BigEndian(to[1..], value);
                return 9;
        }
    }

    public static int Fix(Span<byte> to, byte code, int size)
    {
        to[0] = (byte)(code | size);
        return 1;
    }

    public static int Head8(Span<byte> to, byte code, int size)
    {
        to[0] = code;
        to[1] = (byte)size;
        return 2;
    }

    public static int Head16(Span<byte> to, byte code, int size)
    {
        to[0] = code;
        BinaryPrimitives.WriteUInt16BigEndian(to[1..], (ushort)size);
        return 3;
    }

    public static int Head32(Span<byte> to, byte code, int size)
    {
        to[0] = code;
        BinaryPrimitives.WriteInt32BigEndian(to[1..], size);
        return 5;
    }
}
