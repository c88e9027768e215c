namespace Yonder.Protocol.Scenes.Packing;

/// <summary>The members of a received list, one after the other, without allocating.</summary>
public ref struct PackedItems
{
    private ReadOnlyMemory<byte> _rest;
    private int _left;

    internal PackedItems(ReadOnlyMemory<byte> members, int count)
    {
        _rest = members;
        _left = count;
    }

    /// <summary>The member that <see cref="MoveNext"/> came to.</summary>
    public PackedValue Current { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly PackedItems GetEnumerator() => this;

    /// <summary>Goes to the next member, if there is one.</summary>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        var length = PackedSpan.Length(_rest.Span);
        Current = new PackedValue(_rest[..length]);
        _rest = _rest[length..];
        return true;
    }
}
