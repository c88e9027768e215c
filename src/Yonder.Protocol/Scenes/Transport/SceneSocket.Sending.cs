using System.Net.WebSockets;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>The sender: it runs while there is something to send, and not otherwise.</summary>
internal sealed partial class SceneSocket
{
    private readonly FrameWriter _frames = new(isClient);
    private long _droppedSaid;

    private async Task SendAllAsync(bool isHere)
    {
        OutBatch? batch = null;
        try
        {
            while ((batch = outbox.Take()) is not null)
            {
                await WriteAsync(batch).ConfigureAwait(false);
                outbox.Finish(batch);
                batch = null;
                if (isHere && !outbox.EndTurnIfEmpty())
                {
                    SendElsewhere();
                    return;
                }

                if (isHere)
                {
                    break;
                }
            }

            Drained?.Invoke();
        }
        catch (Exception e)
        {
            // Top of the pump: whoever owns the connection decides what a failure means.
            if (batch is not null)
            {
                outbox.Abandon(batch, e);
            }

            SendFailed?.Invoke(e);
        }
    }

    private async ValueTask WriteAsync(OutBatch batch)
    {
        stream?.Cork();
        for (var place = 0; place < batch.Places; place++)
        {
            if (batch[place] is { IsEmpty: false } message)
            {
                await WriteAsync(WithCount(message)).ConfigureAwait(false);
            }
        }

        if (stream is not null)
        {
            await stream.UncorkAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> message) => stream is null
        ? socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None)
        : stream.WriteMessageAsync(message, _frames, CancellationToken.None);

    /// <summary>When messages were left out since the last that said so, this one says how many there are in all.</summary>
    private ReadOnlyMemory<byte> WithCount(ReadOnlyMemory<byte> message)
    {
        var dropped = outbox.Dropped;
        if (dropped == _droppedSaid || message.Span[0] is < PackCode.FixMap or >= PackCode.FixMap + 15)
        {
            return message;
        }

        _droppedSaid = dropped;
        var amended = new PackBuffer();
        var writer = new PackWriter(amended);
        writer.WriteMapHeader((message.Span[0] & 0x0f) + 1);
        writer.WriteRaw(message.Span[1..]);
        writer.WriteText("dropped"u8);
        writer.Write(dropped);
        writer.Flush();
        return amended.Written;
    }
}
