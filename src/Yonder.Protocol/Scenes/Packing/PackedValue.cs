using System.Numerics;
using System.Text;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>
/// A received value, read in place: nothing is decoded until it is asked for, and asking allocates only for strings. It points into the
/// message that it came with; keep a <see cref="Clone"/> when that message goes back to its pool.
/// </summary>
public readonly partial struct PackedValue : IPackable
{
    internal PackedValue(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The value's encoding; empty for a missing one.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What the value is. A missing field and the browser's <c>undefined</c> are <see cref="PackKind.Nil"/>.</summary>
    public PackKind Kind => Head is var head && head.Kind == PackKind.Extension && head is { Bits: 0, Length: 1 } ? PackKind.Nil : head.Kind;

    /// <summary>Nil, missing or undefined.</summary>
    public bool IsNil => Kind == PackKind.Nil;

    /// <summary>Members of a list or map, bytes of text or binary, 0 for everything else.</summary>
    public int Count => (int)Head.Length;

    /// <summary>The members of a list; empty for anything else.</summary>
    public PackedItems Items => new(Head is { Kind: PackKind.List } head ? Bytes[head.Size..] : default, Head.Kind == PackKind.List ? Count : 0);

    /// <summary>The pairs of a map; empty for anything else.</summary>
    public PackedFields Fields => new(Head is { Kind: PackKind.Map } head ? Bytes[head.Size..] : default, Head.Kind == PackKind.Map ? Count : 0);

    private PackToken Head => PackToken.TryRead(Bytes.Span, out var head) ? head : default;

    /// <summary>The field of a map, or a missing value.</summary>
    public PackedValue this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            Span<byte> utf8 = stackalloc byte[256];
            return Encoding.UTF8.TryGetBytes(name, utf8, out var length) ? Find(utf8[..length]) : Find(Encoding.UTF8.GetBytes(name));
        }
    }

    /// <summary>The member of a list, or a missing value.</summary>
    public PackedValue this[int index]
    {
        get
        {
            foreach (var item in Items)
            {
                if (index-- == 0)
                {
                    return item;
                }
            }

            return default;
        }
    }

    /// <summary>Checks bytes that hold exactly one value.</summary>
    /// <exception cref="SceneException">They do not, or break <paramref name="limits"/>.</exception>
    public static PackedValue Parse(ReadOnlyMemory<byte> bytes, PackLimits? limits = null)
    {
        limits ??= PackLimits.Default;
        if (bytes.Length > limits.MaxBytes)
        {
            throw SceneException.TooLarge($"The message has {bytes.Length} bytes; {limits.MaxBytes} are allowed.");
        }

        return PackWalk.Measure(bytes.Span, limits.MaxDepth) == bytes.Length
            ? new PackedValue(bytes)
            : throw SceneException.Bad("Bytes follow the value.");
    }

    /// <summary>A copy with memory of its own.</summary>
    public PackedValue Clone() => new(Bytes.ToArray());

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        if (Bytes.IsEmpty)
        {
            writer.WriteNil();
        }
        else
        {
            writer.WriteRaw(Bytes.Span);
        }
    }

    /// <summary>True or false.</summary>
    public bool AsBoolean() => Require(PackKind.Boolean).Bits != 0;

    /// <summary>A whole number; a float that is whole will do.</summary>
    public long AsInt64() => PackNumber.ToInt64(Head);

    /// <summary>Any number.</summary>
    public double AsDouble() => PackNumber.ToDouble(Head);

    /// <summary>Any number, rounded to 32 bits.</summary>
    public float AsSingle() => (float)AsDouble();

    /// <summary>Text.</summary>
    public string AsString() => Encoding.UTF8.GetString(Payload(Require(PackKind.Text)).Span);

    /// <summary>Bytes, in place.</summary>
    public ReadOnlyMemory<byte> AsBinary() => Payload(Require(PackKind.Binary));

    /// <summary>A list of three numbers.</summary>
    public Vector3 AsVector3()
    {
        Span<float> xyz = stackalloc float[3];
        CopyNumbers(xyz);
        return new Vector3(xyz);
    }

    /// <summary>Fills <paramref name="destination"/> from a list of at least as many numbers.</summary>
    public void CopyNumbers(Span<float> destination)
    {
        if (Require(PackKind.List).Length < destination.Length)
        {
            throw SceneException.Bad($"A list has {Count} numbers where {destination.Length} were expected.");
        }

        var index = 0;
        foreach (var item in Items)
        {
            if (index == destination.Length)
            {
                return;
            }

            destination[index++] = item.AsSingle();
        }
    }

    /// <summary>What a person would read.</summary>
    public override string ToString() => PackedText.Describe(this);

    internal PackedValue Find(ReadOnlySpan<byte> utf8)
    {
        foreach (var (name, value) in Fields)
        {
            if (name.Text.SequenceEqual(utf8))
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The bytes of text or binary, in place.</summary>
    internal ReadOnlySpan<byte> Text => Head is { Kind: PackKind.Text or PackKind.Binary } head ? Payload(head).Span : default;

    private ReadOnlyMemory<byte> Payload(in PackToken head) => Bytes.Slice(head.Size, (int)head.Payload);

    private PackToken Require(PackKind kind) => Head is var head && head.Kind == kind
        ? head
        : throw SceneException.Bad($"A value is {Kind} where {kind} was expected.");
}
