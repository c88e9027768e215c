using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Client.Scenes;

/// <summary>Encoded events on their way to the outbox.</summary>
internal sealed partial class SceneConnection
{
    public void Post(ReadOnlyMemory<byte> message, Delivery delivery)
    {
        if (delivery.Kind == DeliveryKind.Wait)
        {
            throw new ArgumentException("A post does not wait: use QueueAsync or SendAsync.", nameof(delivery));
        }

        if (Outbox.Add(message, delivery, out var start) == Outbox.NoRoom)
        {
            Outbox.CountDropped();
        }

        if (start)
        {
            _link.Socket.SendElsewhere();
        }
    }

    public ValueTask QueueAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (Outbox.Add(message, Delivery.Wait, out var start) == Outbox.NoRoom)
        {
            return new ValueTask(AddWhenRoomAsync(message.ToArray(), cancellationToken));
        }

        if (start)
        {
            _link.Socket.SendElsewhere();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var sequence = Outbox.Add(message, Delivery.Wait, out var start);
        if (sequence == Outbox.NoRoom)
        {
            return SendWhenRoomAsync(message.ToArray(), cancellationToken);
        }

        if (start)
        {
            _link.Socket.SendHere();
        }

        return Outbox.WhenWrittenAsync(sequence, cancellationToken);
    }

    private async ValueTask SendWhenRoomAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var sequence = await AddWhenRoomAsync(message, cancellationToken).ConfigureAwait(false);
        await Outbox.WhenWrittenAsync(sequence, cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> AddWhenRoomAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var sequence = await Outbox.AddWhenRoomAsync(message, Delivery.Wait, _options.Queue.MaxWait, cancellationToken).ConfigureAwait(false);
        if (Outbox.NeedsSender())
        {
            _link.Socket.SendElsewhere();
        }

        return sequence;
    }
}
