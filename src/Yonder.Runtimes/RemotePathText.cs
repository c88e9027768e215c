using System.Buffers;
using System.Text;

namespace Yonder.Runtimes;

/// <summary>Text for file names that need not be UTF-8: each stray byte is one lone surrogate, as in PEP 383.</summary>
internal static class RemotePathText
{
    private const char FirstStray = '\uDC80';
    private const char LastStray = '\uDCFF';
    private const int StrayOffset = 0xDC00;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) is OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else
            {
                consumed = 1;
                text.Append((char)(StrayOffset + bytes[0]));
            }

            bytes = bytes[consumed..];
        }

        return text.ToString();
    }

    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 8);
        while (!text.IsEmpty)
        {
            if (text[0] is >= FirstStray and <= LastStray)
            {
                bytes.Write([(byte)(text[0] - StrayOffset)]);
                text = text[1..];
                continue;
            }

            // Any other lone surrogate has no bytes: it becomes U+FFFD, as in every UTF-8 encoder.
            Rune.DecodeFromUtf16(text, out var rune, out var consumed);
            bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            text = text[consumed..];
        }

        return bytes.WrittenSpan.ToArray();
    }
}
