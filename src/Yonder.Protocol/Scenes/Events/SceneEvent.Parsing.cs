using Yonder.Protocol.Scenes.Packing;
using Yonder.Protocol.Scenes.Transport;

namespace Yonder.Protocol.Scenes.Events;

/// <summary>Checks a message and finds its fields, in one pass over the bytes.</summary>
public sealed partial class SceneEvent
{
    private PackedValue _key;
    private PackedValue _time;
    private PackedValue _replyType;
    private PackedValue _dropped;

    internal static SceneEvent Parse(ReadOnlySpan<byte> message, PackLimits? limits = null)
    {
        var received = new SceneEvent(new SceneEventPool()) { Buffer = message.ToArray() };
        received.Read(message.Length, new NameCache(), limits ?? PackLimits.Default);
        return received;
    }

    internal void Read(int length, NameCache names, PackLimits limits)
    {
        _length = length;
        if (length > limits.MaxBytes)
        {
            throw SceneException.TooLarge($"A message has {length} bytes; {limits.MaxBytes} are allowed.");
        }

        var memory = Buffer.AsMemory(0, length);
        if (!PackToken.TryRead(memory.Span, out var head) || head.Kind != PackKind.Map)
        {
            throw SceneException.Bad("A message is one MessagePack map.");
        }

        var rest = memory[head.Size..];
        for (var pair = 0u; pair < head.Length; pair++)
        {
            var name = Next(ref rest, limits);
            if (name.Kind is not PackKind.Text and not PackKind.Binary)
            {
                throw SceneException.Bad($"A map key is text, not {name.Kind}.");
            }

            Keep(name.Text, Next(ref rest, limits), names);
        }

        if (!rest.IsEmpty || Type.Length == 0)
        {
            throw SceneException.Bad(rest.IsEmpty ? "A message has no etype." : "Bytes follow the message.");
        }
    }

    private static PackedValue Next(ref ReadOnlyMemory<byte> rest, PackLimits limits)
    {
        var length = PackWalk.Measure(rest.Span, limits.MaxDepth);
        var value = new PackedValue(rest[..length]);
        rest = rest[length..];
        return value;
    }

    private static PackedValue Next(ref Memory<byte> rest, PackLimits limits)
    {
        ReadOnlyMemory<byte> left = rest;
        var value = Next(ref left, limits);
        rest = rest[value.Bytes.Length..];
        return value;
    }

    private void Keep(ReadOnlySpan<byte> name, PackedValue value, NameCache names)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("ts"u8):
                _time = value;
                break;
            case 3 when name.SequenceEqual("key"u8):
                _key = value.Kind == PackKind.Text ? value : default;
                break;
            case 4 when name.SequenceEqual("data"u8):
                Data = value;
                break;
            case 5 when name.SequenceEqual("etype"u8):
                Type = value.Kind == PackKind.Text ? names.Get(value.Text) : throw SceneException.Bad("An etype is text.");
                break;
            case 5 when name.SequenceEqual("value"u8):
                Value = value;
                break;
            case 5 when name.SequenceEqual("rtype"u8):
                _replyType = value;
                break;
            case 7 when name.SequenceEqual("dropped"u8):
                _dropped = value;
                break;
        }
    }

    private void Clear()
    {
        Type = "";
        Value = Data = _key = _time = _replyType = _dropped = default;
        _length = 0;
    }
}
