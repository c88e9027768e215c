using System.Runtime.InteropServices;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>Messages in the order they go out. Filled under the outbox's lock, then sent without it.</summary>
internal sealed class OutBatch
{
    // Below this a copy is cheaper than keeping an array for one message.
    private const int LargestCopied = 1 << 14;

    private readonly PackBuffer _bytes = new();
    private readonly List<OutEntry> _entries = [];
    private readonly Dictionary<string, int> _latest = new(StringComparer.Ordinal);
    private int _lastOrdered = -1;
    private int _oldest;

    public int Messages { get; private set; }

    public long Bytes { get; private set; }

    public int Places => _entries.Count;

    /// <summary>The number of the last message of this batch among all of the connection.</summary>
    public long LastSequence { get; set; }

    public static bool IsCopied(int length) => length <= LargestCopied;

    /// <summary>The message in a place; empty if it was replaced or left out.</summary>
    public ReadOnlyMemory<byte> this[int place]
    {
        get
        {
            ref readonly var entry = ref CollectionsMarshal.AsSpan(_entries)[place];
            return entry.IsGone ? default : !entry.Large.IsEmpty ? entry.Large : _bytes.Written.Slice(entry.Offset, entry.Length);
        }
    }

    public void Add(ReadOnlyMemory<byte> message, Delivery delivery)
    {
        if (delivery.Kind == DeliveryKind.Latest)
        {
            _latest[delivery.Key ?? ""] = _entries.Count;
        }
        else
        {
            _lastOrdered = _entries.Count;
        }

        var isCopied = IsCopied(message.Length);
        _entries.Add(new OutEntry
        {
            Kind = delivery.Kind,
            Length = message.Length,
            Offset = isCopied ? _bytes.Length : 0,
            Large = isCopied ? default : message,
        });
        if (isCopied)
        {
            message.Span.CopyTo(_bytes.GetSpan(message.Length));
            _bytes.Advance(message.Length);
        }

        Messages++;
        Bytes += message.Length;
    }

    /// <summary>Puts the message in the place of the last one with its key. False when there is none, or when messages that must stay in order came after it.</summary>
    public bool Replace(ReadOnlyMemory<byte> message, string key)
    {
        if (!_latest.TryGetValue(key, out var place))
        {
            return false;
        }

        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[place];
        if (place > _lastOrdered && entry.Large.IsEmpty && entry.Length == message.Length)
        {
            _bytes.Overwrite(entry.Offset, message.Span);
            return true;
        }

        Remove(ref entry);
        _latest.Remove(key);
        CompactWhenSparse();
        return false;
    }

    /// <summary>Leaves out the oldest message that may be left out; false when there is none.</summary>
    public bool DropOldest()
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (; _oldest < entries.Length; _oldest++)
        {
            ref var entry = ref entries[_oldest];
            if (!entry.IsGone && entry.Kind == DeliveryKind.DropOldest)
            {
                Remove(ref entry);
                CompactWhenSparse();
                return true;
            }
        }

        return false;
    }

    public void Clear()
    {
        _bytes.Clear();
        _entries.Clear();
        _latest.Clear();
        _lastOrdered = -1;
        _oldest = 0;
        Messages = 0;
        Bytes = 0;
    }

    private void Remove(ref OutEntry entry)
    {
        entry.IsGone = true;
        entry.Large = default;
        Messages--;
        Bytes -= entry.Length;
    }

    // A stalled reader and a busy writer leave more gaps than messages: they are closed, or the batch would grow for ever.
    private void CompactWhenSparse()
    {
        if (_entries.Count < 1024 || _entries.Count < 4 * Messages)
        {
            return;
        }

        var keys = _latest.ToDictionary(pair => pair.Value, pair => pair.Key);
        List<(byte[] Message, Delivery Delivery)> kept = new(Messages);
        for (var place = 0; place < _entries.Count; place++)
        {
            if (!_entries[place].IsGone)
            {
                kept.Add((this[place].ToArray(), Again(_entries[place].Kind, keys.GetValueOrDefault(place))));
            }
        }

        Clear();
        foreach (var (message, delivery) in kept)
        {
            Add(message, delivery);
        }
    }

    private static Delivery Again(DeliveryKind kind, string? key) => kind switch
    {
        DeliveryKind.Latest when key is not null => Delivery.Latest(key),
        DeliveryKind.DropOldest => Delivery.DropOldest,
        _ => Delivery.Wait,
    };
}
