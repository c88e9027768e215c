using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>
/// Writes the heads of binary WebSocket messages and masks what a client sends (RFC 6455, 5.2 and 5.3). The framework's socket asks the
/// system for four random bytes for every message, which costs more than all the rest of sending a small one; here they come by the page.
/// </summary>
internal sealed class FrameWriter(bool isClient)
{
    public const int LongestHead = 14;

    private const byte FinalBinary = 0x82;
    private const byte MaskBit = 0x80;

    private readonly byte[] _random = new byte[4096];
    private int _used = 4096;

    public bool IsMasked => isClient;

    /// <summary>Writes a head; its length and the mask of the payload.</summary>
    public int WriteHead(Span<byte> to, int length, out uint mask)
    {
        to[0] = FinalBinary;
        var size = length switch
        {
            < 126 => Short(to, length),
            <= ushort.MaxValue => Medium(to, length),
            _ => Long(to, length),
        };
        mask = 0;
        if (!isClient)
        {
            return size;
        }

        to[1] |= MaskBit;
        mask = NextMask();
        MemoryMarshal.Write(to[size..], mask);
        return size + sizeof(uint);
    }

    /// <summary>Copies a payload under its mask. A payload in parts must be parted at multiples of four.</summary>
    public static void Mask(ReadOnlySpan<byte> source, Span<byte> target, uint mask)
    {
        var at = 0;
        var wide = Vector256.Create(mask).AsByte();
        for (; at <= source.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            (Vector256.Create(source[at..]) ^ wide).CopyTo(target[at..]);
        }

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        MemoryMarshal.Write(bytes, mask);
        for (; at < source.Length; at++)
        {
            target[at] = (byte)(source[at] ^ bytes[at & 3]);
        }
    }

    private static int Short(Span<byte> to, int length)
    {
        to[1] = (byte)length;
        return 2;
    }

    private static int Medium(Span<byte> to, int length)
    {
        to[1] = 126;
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)length);
        return 4;
    }

    private static int Long(Span<byte> to, int length)
    {
        to[1] = 127;
        BinaryPrimitives.WriteInt64BigEndian(to[2..], length);
        return 10;
    }

    private uint NextMask()
    {
        if (_used == _random.Length)
        {
            RandomNumberGenerator.Fill(_random);
            _used = 0;
        }

        var mask = MemoryMarshal.Read<uint>(_random.AsSpan(_used));
        _used += sizeof(uint);
        return mask;
    }
}
