using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Yonder.Runtimes.Journals;

/// <summary>A record in a file: its length, a checksum of length and content, the content.</summary>
internal static class RecordFrame
{
    public const int HeaderSize = 8;

    /// <summary>The largest content that is believed; a torn length may say anything.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Writes a frame around what <paramref name="write"/> writes.</summary>
    public static void Write<T>(ArrayBufferWriter<byte> frame, T record, Action<T, IBufferWriter<byte>> write)
    {
        frame.ResetWrittenCount();
        frame.GetSpan(HeaderSize)[..HeaderSize].Clear();
        frame.Advance(HeaderSize);
        write(record, frame);
        var length = frame.WrittenCount - HeaderSize;
        if (length > MaxLength)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, $"A record has at most {MaxLength} bytes.");
        }

        // The writer gives no span to change; its array is the one that the memory is of.
        var header = System.Runtime.InteropServices.MemoryMarshal.AsMemory(frame.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(length, header[HeaderSize..]));
    }

    /// <summary>The length that a header tells; negative when it cannot be one.</summary>
    public static int LengthOf(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        return length > MaxLength ? -1 : length;
    }

    public static bool IsWhole(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
        => BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == Checksum(content.Length, content);

    /// <summary>CRC-32C. The length is part of it, so that a stretch of zeros is no frame.</summary>
    private static uint Checksum(int length, ReadOnlySpan<byte> content)
    {
        var sum = BitOperations.Crc32C(uint.MaxValue, (uint)length);
        while (content.Length >= sizeof(ulong))
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(content));
            content = content[sizeof(ulong)..];
        }

        foreach (var value in content)
        {
            sum = BitOperations.Crc32C(sum, value);
        }

        return ~sum;
    }
}
