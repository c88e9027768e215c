using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Client.Scenes;

/// <summary>The three ways to send: without waiting, waiting for room, waiting until it is sent. All keep one order.</summary>
public sealed partial class SceneClient
{
    /// <summary>Gives an event to the connection and returns at once; it is sent on another thread, together with whatever else is waiting.</summary>
    /// <param name="message">The event; it is encoded before this returns.</param>
    /// <param name="delivery">What to do when too much waits already: <see cref="Delivery.DropOldest"/> when left out, or <see cref="Delivery.Latest"/>.</param>
    /// <exception cref="SceneException">There is no connection.</exception>
    public void Post(ClientEvent message, Delivery? delivery = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = PackBuffer.Rent();
        try
        {
            Require().Post(Encode(buffer, message), delivery ?? Delivery.DropOldest);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <inheritdoc cref="Post(ClientEvent, Delivery?)"/>
    /// <param name="type">The event type.</param>
    /// <param name="value">What it says. A struct is sent without allocating.</param>
    /// <param name="delivery">What to do when too much waits already.</param>
    public void Post<T>(string type, T value, Delivery? delivery = null)
        where T : IPackable
    {
        var buffer = PackBuffer.Rent();
        try
        {
            Require().Post(Encode(buffer, type, value), delivery ?? Delivery.DropOldest);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>Gives an event to the connection, waiting only while there is no room: nothing is left out, and many events leave together.</summary>
    /// <exception cref="SceneException">There is no connection, it is lost while waiting, or the server does not read.</exception>
    public ValueTask QueueAsync(ClientEvent message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = PackBuffer.Rent();
        try
        {
            return Require().QueueAsync(Encode(buffer, message), cancellationToken);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <inheritdoc cref="QueueAsync(ClientEvent, CancellationToken)"/>
    /// <param name="type">The event type.</param>
    /// <param name="value">What it says. A struct is sent without allocating.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public ValueTask QueueAsync<T>(string type, T value, CancellationToken cancellationToken = default)
        where T : IPackable
    {
        var buffer = PackBuffer.Rent();
        try
        {
            return Require().QueueAsync(Encode(buffer, type, value), cancellationToken);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>Sends an event and completes when it was handed to the network, after all that were given before.</summary>
    /// <exception cref="SceneException">There is no connection, it is lost before the event is sent, or the server does not read.</exception>
    public ValueTask SendAsync(ClientEvent message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = PackBuffer.Rent();
        try
        {
            return Require().SendAsync(Encode(buffer, message), cancellationToken);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <inheritdoc cref="SendAsync(ClientEvent, CancellationToken)"/>
    /// <param name="type">The event type.</param>
    /// <param name="value">What it says. A struct is sent without allocating.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public ValueTask SendAsync<T>(string type, T value, CancellationToken cancellationToken = default)
        where T : IPackable
    {
        var buffer = PackBuffer.Rent();
        try
        {
            return Require().SendAsync(Encode(buffer, type, value), cancellationToken);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>Answers a question of the server (<see cref="SceneEvent.ReplyType"/>).</summary>
    public ValueTask ReplyAsync(SceneEvent question, SceneValue answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var type = question.ReplyType ?? throw new ArgumentException("The event asks for no answer.", nameof(question));
        return SendAsync(new ClientEvent(type, answer) { Key = question.Key }, cancellationToken);
    }

    private ReadOnlyMemory<byte> Encode(PackBuffer buffer, ClientEvent message)
    {
        var writer = new PackWriter(buffer);
        message.Write(ref writer, Now());
        writer.Flush();
        return Hand(buffer);
    }

    private ReadOnlyMemory<byte> Encode<T>(PackBuffer buffer, string type, T value)
        where T : IPackable
    {
        var writer = new PackWriter(buffer);
        writer.WriteMapHeader(3);
        writer.WriteText("ts"u8);
        writer.Write(Now());
        writer.WriteText("etype"u8);
        writer.Write(type);
        writer.WriteText("value"u8);
        value.Write(ref writer);
        writer.Flush();
        return Hand(buffer);
    }

    // A small message is copied on; a large one takes the buffer's memory with it.
    private static ReadOnlyMemory<byte> Hand(PackBuffer buffer) => OutBatch.IsCopied(buffer.Length) ? buffer.Written : buffer.Detach();

    private long Now() => _options.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
