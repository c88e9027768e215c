namespace Yonder.Protocol.Scenes.Packing;

/// <summary>The pairs of a received map, one after the other, without allocating.</summary>
public ref struct PackedFields
{
    private ReadOnlyMemory<byte> _rest;
    private int _left;

    internal PackedFields(ReadOnlyMemory<byte> members, int count)
    {
        _rest = members;
        _left = count;
    }

    /// <summary>The pair that <see cref="MoveNext"/> came to.</summary>
    public PackedField Current { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly PackedFields GetEnumerator() => this;

    /// <summary>Goes to the next pair, if there is one.</summary>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        var name = Next();
        Current = new PackedField(name, Next());
        return true;
    }

    private PackedValue Next()
    {
        var length = PackedSpan.Length(_rest.Span);
        var value = new PackedValue(_rest[..length]);
        _rest = _rest[length..];
        return value;
    }
}
