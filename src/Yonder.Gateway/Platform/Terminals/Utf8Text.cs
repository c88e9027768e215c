using System.Buffers;
using System.Text;

namespace Yonder.Gateway.Platform.Terminals;

/// <summary>Bytes on their way into text messages, which must be valid UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>The longest part of a character that can still be waiting for its end.</summary>
    public const int MaxPartial = 3;

    /// <summary>The length of <paramref name="bytes"/> without a character at its end that has only begun. Bytes that can never become one are not held back.</summary>
    public static int CompleteLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(MaxPartial, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
            {
                break;
            }

            if (value >= 0xC0)
            {
                return Rune.DecodeFromUtf8(bytes[^back..], out _, out _) is OperationStatus.NeedMoreData ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }

    /// <summary>Copies, with U+FFFD for what is not UTF-8. The target must have three times the length.</summary>
    public static int Repair(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        var written = 0;
        while (!bytes.IsEmpty)
        {
            // A rune that cannot be decoded is reported as the replacement character.
            _ = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            written += rune.EncodeToUtf8(target[written..]);
            bytes = bytes[consumed..];
        }

        return written;
    }
}
