namespace Yonder.Protocol.Scenes.Transport;

/// <summary>A message in line for room, with its sender waiting.</summary>
internal sealed class WaitingMessage(ReadOnlyMemory<byte> message, Delivery delivery)
{
    public ReadOnlyMemory<byte> Message { get; } = message;

    public Delivery Delivery { get; } = delivery;

    public TaskCompletionSource<long> Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
