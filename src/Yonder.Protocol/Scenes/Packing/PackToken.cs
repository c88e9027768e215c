using System.Buffers.Binary;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>The head of one value: its kind, how many bytes the head takes, and the scalar or the size of what follows.</summary>
internal readonly struct PackToken
{
    /// <summary>No head is longer than this, scalars included.</summary>
    public const int MaxSize = 9;

    private PackToken(PackKind kind, int size, uint length = 0, long bits = 0, bool isUnsigned = false, bool isSingle = false)
    {
        Kind = kind;
        Size = size;
        Length = length;
        Bits = bits;
        IsUnsigned = isUnsigned;
        IsSingle = isSingle;
    }

    public PackKind Kind { get; }

    public int Size { get; }

    /// <summary>Bytes of a string, binary or extension; members of an array or map.</summary>
    public uint Length { get; }

    /// <summary>An integer, a boolean, the bits of a double, or an extension's type.</summary>
    public long Bits { get; }

    /// <summary>The integer is above <see cref="long.MaxValue"/>: read <see cref="Bits"/> as unsigned.</summary>
    public bool IsUnsigned { get; }

    public bool IsSingle { get; }

    public double Double => BitConverter.Int64BitsToDouble(Bits);

    public bool IsContainer => Kind is PackKind.List or PackKind.Map;

    /// <summary>Bytes that belong to this value after the head; the members of a container are values of their own.</summary>
    public uint Payload => IsContainer ? 0 : Length;

    /// <summary>False when the head is cut off. The one code that means nothing is refused.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out PackToken token)
    {
        token = default;
        if (source.IsEmpty)
        {
            return false;
        }

        var code = source[0];
        token = code switch
        {
            < PackCode.FixMap => new(PackKind.Whole, 1, bits: code),
            >= PackCode.NegativeFixInt => new(PackKind.Whole, 1, bits: (sbyte)code),
            < PackCode.FixArray => new(PackKind.Map, 1, code & 0x0fu),
            < PackCode.FixString => new(PackKind.List, 1, code & 0x0fu),
            < PackCode.Nil => new(PackKind.Text, 1, code & 0x1fu),
            PackCode.Nil => new(PackKind.Nil, 1),
            PackCode.False => new(PackKind.Boolean, 1),
            PackCode.True => new(PackKind.Boolean, 1, bits: 1),
            PackCode.Never => throw SceneException.Bad("0xc1 is no MessagePack value."),
            _ => default,
        };
        return token.Size > 0 || (source.Length >= HeadSize(code) && TryReadLong(code, source, out token));
    }

    private static int HeadSize(byte code) => code switch
    {
        PackCode.Binary8 or PackCode.String8 or PackCode.UInt8 or PackCode.Int8 => 2,
        PackCode.Binary16 or PackCode.String16 or PackCode.UInt16 or PackCode.Int16 or PackCode.Array16 or PackCode.Map16 or PackCode.Extension8 => 3,
        PackCode.Extension16 => 4,
        PackCode.Extension32 => 6,
        PackCode.UInt64 or PackCode.Int64 or PackCode.Float64 => 9,
        >= PackCode.FixExtension1 and <= PackCode.FixExtension16 => 2,
        _ => 5,
    };

    private static bool TryReadLong(byte code, ReadOnlySpan<byte> source, out PackToken token)
    {
        var rest = source[1..];
        token = code switch
        {
            PackCode.Binary8 => new(PackKind.Binary, 2, rest[0]),
            PackCode.Binary16 => new(PackKind.Binary, 3, BinaryPrimitives.ReadUInt16BigEndian(rest)),
            PackCode.Binary32 => new(PackKind.Binary, 5, BinaryPrimitives.ReadUInt32BigEndian(rest)),
            PackCode.String8 => new(PackKind.Text, 2, rest[0]),
            PackCode.String16 => new(PackKind.Text, 3, BinaryPrimitives.ReadUInt16BigEndian(rest)),
            PackCode.String32 => new(PackKind.Text, 5, BinaryPrimitives.ReadUInt32BigEndian(rest)),
            PackCode.Array16 => new(PackKind.List, 3, BinaryPrimitives.ReadUInt16BigEndian(rest)),
            PackCode.Array32 => new(PackKind.List, 5, BinaryPrimitives.ReadUInt32BigEndian(rest)),
            PackCode.Map16 => new(PackKind.Map, 3, BinaryPrimitives.ReadUInt16BigEndian(rest)),
            PackCode.Map32 => new(PackKind.Map, 5, BinaryPrimitives.ReadUInt32BigEndian(rest)),
            >= PackCode.Float32 and <= PackCode.Int64 => ReadNumber(code, rest),
            _ => ReadExtension(code, rest),
        };
        return true;
    }

    private static PackToken ReadNumber(byte code, ReadOnlySpan<byte> rest) => code switch
    {
        PackCode.Float32 => new(PackKind.Real, 5, bits: BitConverter.DoubleToInt64Bits(BinaryPrimitives.ReadSingleBigEndian(rest)), isSingle: true),
        PackCode.Float64 => new(PackKind.Real, 9, bits: BinaryPrimitives.ReadInt64BigEndian(rest)),
        PackCode.UInt8 => new(PackKind.Whole, 2, bits: rest[0]),
        PackCode.UInt16 => new(PackKind.Whole, 3, bits: BinaryPrimitives.ReadUInt16BigEndian(rest)),
        PackCode.UInt32 => new(PackKind.Whole, 5, bits: BinaryPrimitives.ReadUInt32BigEndian(rest)),
        PackCode.UInt64 => new(PackKind.Whole, 9, bits: BinaryPrimitives.ReadInt64BigEndian(rest), isUnsigned: (rest[0] & 0x80) != 0),
        PackCode.Int8 => new(PackKind.Whole, 2, bits: (sbyte)rest[0]),
        PackCode.Int16 => new(PackKind.Whole, 3, bits: BinaryPrimitives.ReadInt16BigEndian(rest)),
        PackCode.Int32 => new(PackKind.Whole, 5, bits: BinaryPrimitives.ReadInt32BigEndian(rest)),
        _ => new(PackKind.Whole, 9, bits: BinaryPrimitives.ReadInt64BigEndian(rest)),
    };

    private static PackToken ReadExtension(byte code, ReadOnlySpan<byte> rest) => code switch
    {
        PackCode.Extension8 => new(PackKind.Extension, 3, rest[0], (sbyte)rest[1]),
        PackCode.Extension16 => new(PackKind.Extension, 4, BinaryPrimitives.ReadUInt16BigEndian(rest), (sbyte)rest[2]),
        PackCode.Extension32 => new(PackKind.Extension, 6, BinaryPrimitives.ReadUInt32BigEndian(rest), (sbyte)rest[4]),
        _ => new(PackKind.Extension, 2, 1u << (code - PackCode.FixExtension1), (sbyte)rest[0]),
    };
}
