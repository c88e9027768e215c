using System.Buffers;
using System.Text;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>
/// Reads MessagePack forward over any sequence of buffers. Takes every encoding of a kind (an integer of any width, floats of
/// either), never allocates but for strings, and throws <see cref="SceneException"/> on anything malformed.
/// </summary>
public ref struct PackReader
{
    private readonly PackLimits _limits;
    private SequenceReader<byte> _source;

    /// <summary>Starts at the beginning of <paramref name="source"/>.</summary>
    public PackReader(scoped in ReadOnlySequence<byte> source, PackLimits? limits = null)
    {
        _limits = limits ?? PackLimits.Default;
        if (source.Length > _limits.MaxBytes)
        {
            throw SceneException.TooLarge($"The message has {source.Length} bytes; {_limits.MaxBytes} are allowed.");
        }

        _source = new SequenceReader<byte>(source);
    }

    /// <summary>Bytes read so far.</summary>
    public readonly long Consumed => _source.Consumed;

    /// <summary>Everything was read.</summary>
    public readonly bool End => _source.End;

    /// <summary>The kind of the next value, which is not consumed.</summary>
    public readonly PackKind NextKind => Peek().Kind;

    /// <summary>Consumes a nil, if the next value is one.</summary>
    public bool TryReadNil()
    {
        if (Peek() is not { Kind: PackKind.Nil } token)
        {
            return false;
        }

        _source.Advance(token.Size);
        return true;
    }

    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean() => Take(PackKind.Boolean).Bits != 0;

    /// <summary>Reads an integer that fits in 64 bits with a sign.</summary>
    public long ReadInt64() => Take(PackKind.Whole) is { IsUnsigned: false } token
        ? token.Bits
        : throw SceneException.Bad("The integer does not fit in a signed 64-bit number.");

    /// <summary>Reads an integer that is not negative.</summary>
    public ulong ReadUInt64()
    {
        var token = Take(PackKind.Whole);
        return token.IsUnsigned || token.Bits >= 0 ? (ulong)token.Bits : throw SceneException.Bad("The integer is negative.");
    }

    /// <summary>Reads any number.</summary>
    public double ReadDouble()
    {
        var token = Peek();
        var value = PackNumber.ToDouble(token);
        _source.Advance(token.Size);
        return value;
    }

    /// <summary>Reads text.</summary>
    public string ReadString()
    {
        var payload = Payload(Take(PackKind.Text));
        var text = Encoding.UTF8.GetString(payload);
        return text;
    }

    /// <summary>Reads bytes without copying them.</summary>
    public ReadOnlySequence<byte> ReadBinary() => Payload(Take(PackKind.Binary));

    /// <summary>Reads an application type without copying its bytes.</summary>
    public ReadOnlySequence<byte> ReadExtension(out sbyte type)
    {
        var token = Take(PackKind.Extension);
        type = (sbyte)token.Bits;
        return Payload(token);
    }

    /// <summary>Reads the head of an array: how many values follow. Never more than bytes are left, so it is safe to allocate by.</summary>
    public int ReadArrayHeader() => Members(Take(PackKind.List), 1);

    /// <summary>Reads the head of a map: how many pairs follow. Never more than bytes are left, so it is safe to allocate by.</summary>
    public int ReadMapHeader() => Members(Take(PackKind.Map), 2);

    /// <summary>Passes over one value with all that it holds, checking it on the way; the bytes it takes.</summary>
    public ReadOnlySequence<byte> Skip()
    {
        var start = _source.Position;
        Span<long> levels = stackalloc long[_limits.MaxDepth];
        var walk = new PackWalk(levels);
        bool complete;
        do
        {
            var token = Peek();
            _source.Advance(token.Size);
            CheckText(token, Payload(token));
            complete = walk.Take(token, _source.Remaining);
        }
        while (!complete);

        return _source.Sequence.Slice(start, _source.Position);
    }

    private static void CheckText(in PackToken token, in ReadOnlySequence<byte> payload)
    {
        if (token.Kind != PackKind.Text || payload.IsSingleSegment)
        {
            PackWalk.CheckText(token, payload.FirstSpan);
            return;
        }

        // A string that crosses buffers is rare: it is joined to be checked.
        var joined = ArrayPool<byte>.Shared.Rent((int)payload.Length);
        payload.CopyTo(joined);
        try
        {
            PackWalk.CheckText(token, joined.AsSpan(0, (int)payload.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private readonly PackToken Peek()
    {
        if (PackToken.TryRead(_source.UnreadSpan, out var token))
        {
            return token;
        }

        Span<byte> head = stackalloc byte[PackToken.MaxSize];
        var available = (int)Math.Min(head.Length, _source.Remaining);
        return _source.TryCopyTo(head[..available]) && PackToken.TryRead(head[..available], out token)
            ? token
            : throw SceneException.Bad("The message ends in the middle of a value.");
    }

    private PackToken Take(PackKind kind)
    {
        var token = Peek();
        if (token.Kind != kind)
        {
            throw SceneException.Bad($"A value is {token.Kind} where {kind} was expected.");
        }

        _source.Advance(token.Size);
        return token;
    }

    private ReadOnlySequence<byte> Payload(in PackToken token) => _source.TryReadExact((int)Math.Min(token.Payload, int.MaxValue), out var payload)
        ? payload
        : throw SceneException.Bad("The message ends in the middle of a value.");

    private readonly int Members(in PackToken token, int values) => token.Length * values <= _source.Remaining
        ? (int)token.Length
        : throw SceneException.Bad("The message announces more values than it has bytes.");
}
