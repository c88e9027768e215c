using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>
/// A received message. Its values are read in place. Disposing it, when nothing of it is needed any more, gives its memory back for the
/// next message; without that it is simply collected.
/// </summary>
public sealed partial class SceneEvent : IDisposable
{
    private readonly SceneEventPool _pool;
    private int _length;
    private int _users = 1;

    internal SceneEvent(SceneEventPool pool) => _pool = pool;

    /// <summary>The event type.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The component it is about, or null.</summary>
    public string? Key => _key.IsNil ? null : _key.AsString();

    /// <summary>What a client said; nil when it said nothing, and in messages of a server.</summary>
    public PackedValue Value { get; private set; }

    /// <summary>What a server said; nil in messages of a client.</summary>
    public PackedValue Data { get; private set; }

    /// <summary>When the sender says it happened; null when it does not. Senders count in seconds or milliseconds: both are understood.</summary>
    public DateTimeOffset? Timestamp => EventTime.Read(_time);

    /// <summary>The event type under which the sender waits for an answer, or null.</summary>
    public string? ReplyType => _replyType.Kind == PackKind.Text ? _replyType.AsString() : null;

    /// <summary>How many messages the sender has left out so far because this side did not keep up.</summary>
    public long Dropped => _dropped.Kind == PackKind.Whole ? _dropped.AsInt64() : 0;

    /// <summary>The whole message: a map.</summary>
    public PackedValue Message => new(Buffer.AsMemory(0, _length));

    internal byte[] Buffer { get; private set; } = new byte[SceneEventPool.SmallSize];

    /// <summary>Any field of the message, also those without a property here.</summary>
    public PackedValue this[string name] => Message[name];

    /// <summary>Gives the memory back. With several handlers of one event, the last to dispose it does so.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Clear();
            _pool.Return(this);
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Type} {Message}";

    internal void Share(int users) => Volatile.Write(ref _users, users);

    /// <summary>Makes room for more of a message; never beyond what the limits allow plus the one byte that breaks them.</summary>
    internal void Grow(int maxBytes)
    {
        if (Buffer.Length > maxBytes)
        {
            throw SceneException.TooLarge($"A message is larger than {maxBytes} bytes.");
        }

        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Min(Array.MaxLength, maxBytes + 1L), 2L * Buffer.Length));
        Buffer.CopyTo(larger, 0);
        Buffer = larger;
    }

    internal void Reuse() => _users = 1;
}
