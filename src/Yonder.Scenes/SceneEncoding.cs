using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;
using Yonder.Scenes.State;

namespace Yonder.Scenes;

/// <summary>Events of a server as bytes.</summary>
internal static class SceneEncoding
{
    public static ReadOnlyMemory<byte> Encode(PackBuffer buffer, ServerEvent message, TimeProvider time)
    {
        var writer = new PackWriter(buffer);
        message.Write(ref writer, Now(time));
        writer.Flush();

        // A small message is copied on; a large one takes the buffer's memory with it.
        return OutBatch.IsCopied(buffer.Length) ? buffer.Written : buffer.Detach();
    }

    public static void EncodeState(PackBuffer buffer, SceneState state, TimeProvider time)
    {
        var writer = new PackWriter(buffer);
        writer.WriteMapHeader(3);
        writer.WriteText("ts"u8);
        writer.Write(Now(time));
        writer.WriteText("data"u8);
        state.Write(ref writer);
        writer.WriteText("etype"u8);
        writer.WriteText("SET"u8);
        writer.Flush();
    }

    private static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
