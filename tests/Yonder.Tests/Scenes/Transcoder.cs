using System.Buffers;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

/// <summary>Takes a message apart and writes it again, value by value.</summary>
internal static class Transcoder
{
    public static byte[] Again(ReadOnlySequence<byte> message)
    {
        var reader = new PackReader(message);
        var output = new ArrayBufferWriter<byte>();
        var writer = new PackWriter(output);
        Copy(ref reader, ref writer);
        writer.Flush();
        reader.End.ShouldBeTrue();
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Write(PackAction write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new PackWriter(output);
        write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Write(IPackable value) => Write(value.Write);

    private static void Copy(ref PackReader reader, ref PackWriter writer)
    {
        switch (reader.NextKind)
        {
            case PackKind.Nil:
                reader.TryReadNil().ShouldBeTrue();
                writer.WriteNil();
                break;
            case PackKind.Boolean:
                writer.Write(reader.ReadBoolean());
                break;
            case PackKind.Whole:
                writer.Write(reader.ReadInt64());
                break;
            case PackKind.Real:
                writer.Write((float)reader.ReadDouble());
                break;
            case PackKind.Text:
                writer.Write(reader.ReadString());
                break;
            case PackKind.Binary:
                writer.Write(reader.ReadBinary().ToArray());
                break;
            case PackKind.List:
                CopyMembers(ref reader, ref writer, isMap: false);
                break;
            case PackKind.Map:
                CopyMembers(ref reader, ref writer, isMap: true);
                break;
            default:
                throw new NotSupportedException(reader.NextKind.ToString());
        }
    }

    private static void CopyMembers(ref PackReader reader, ref PackWriter writer, bool isMap)
    {
        var count = isMap ? reader.ReadMapHeader() : reader.ReadArrayHeader();
        if (isMap)
        {
            writer.WriteMapHeader(count);
            count *= 2;
        }
        else
        {
            writer.WriteArrayHeader(count);
        }

        for (var i = 0; i < count; i++)
        {
            Copy(ref reader, ref writer);
        }
    }
}
