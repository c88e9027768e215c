namespace Yonder.Runtimes.Journals;

/// <summary>The newest part of a byte journal, in pooled memory: as little as those who still read in it need. Guarded by the journal's lock.</summary>
internal sealed class BlockList
{
    /// <summary>The smallest block, and so the memory of a journal that is quiet.</summary>
    public const int MinSize = 4 * 1024;

    /// <summary>The largest block, reached under load: a read of this size costs hardly more per byte than a larger one.</summary>
    public const int MaxSize = 64 * 1024;

    private const int Growth = 4;
    private const int MaxSpares = 4;

    private readonly Stack<Block> _spares = new(1);
    private Block? _last;
    private int _size = MinSize;
    private int _rented;
    private int _used;
    private int _largest;

    public long End { get; private set; }

    public Block? First { get; private set; }

    /// <summary>Gets the offset of the first byte in memory.</summary>
    public long Start => First?.Offset ?? End;

    /// <summary>Gets a value indicating whether the producer may be writing behind the last byte.</summary>
    public bool IsRented => _rented > 0;

    public long MemoryInUse
    {
        get
        {
            var sum = 0L;
            for (var block = First; block is not null; block = block.Next)
            {
                sum += block.Buffer.Length;
            }

            return sum;
        }
    }

    /// <summary>Gets how many bytes in full blocks are not on disk.</summary>
    public int UnstoredLength
    {
        get
        {
            var length = 0;
            for (var block = First; block?.Next is not null; block = block.Next)
            {
                length += block.IsStored ? 0 : block.Length;
            }

            return length;
        }
    }

    /// <summary>Makes room for at least <paramref name="minimum"/> more bytes; true when a block became full by it.</summary>
    public bool MakeRoom(int minimum)
    {
        Adapt();
        var wanted = Math.Max(minimum, _size / Growth);
        if (_last is { } last && last.Free >= wanted && last.Buffer.Length <= _size * Growth)
        {
            _rented = last.Free;
            return false;
        }

        var full = _last;
        var block = _spares.TryPop(out var spare) ? spare : new Block();
        block.Open(End, Math.Max(minimum, _size));
        _ = full is null ? First = block : full.Next = block;
        _last = block;
        _rented = block.Free;
        return full is not null;
    }

    public Memory<byte> Free => _last is { } last ? last.Buffer.AsMemory(last.Length) : default;

    public void Commit(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _rented - _used);
        if (count > 0)
        {
            // Rented, so there is a block.
            _last!.Length += count;
            _used += count;
            _largest = Math.Max(_largest, count);
            End += count;
        }
    }

    public void EndRent() => Adapt();

    public Block? FirstUnstored(bool includeLast)
    {
        var block = First;
        while (block is { IsStored: true })
        {
            block = block.Next;
        }

        return block is { Length: > 0 } && (includeLast || block.Next is not null) ? block : null;
    }

    /// <summary>Finds the block that holds a position in memory. There are few: a walk is as fast as an index.</summary>
    public Block Find(long position)
    {
        var block = First;
        while (block is not null && block.End <= position)
        {
            block = block.Next;
        }

        return block ?? throw new ArgumentOutOfRangeException(nameof(position));
    }

    public void DropFirst()
    {
        var dropped = First!; // The caller has just looked at it.
        First = dropped.Next;
        if (First is null)
        {
            _last = null;
            _rented = 0;
        }

        if (dropped.Drop())
        {
            Recycle(dropped);
        }
    }

    public void Unpin(Block block)
    {
        if (block.Unpin())
        {
            Recycle(block);
        }
    }

    private void Recycle(Block block)
    {
        if (_spares.Count < MaxSpares)
        {
            _spares.Push(block);
        }
    }

    /// <summary>Grows when one commit filled what was rented, shrinks when the largest was small: so many drops fill a block without being a load.</summary>
    private void Adapt()
    {
        if (_largest * 4L >= _rented * 3L && _largest >= _size * 3 / 4)
        {
            _size = Math.Min(MaxSize, _size * Growth);
        }
        else if (_largest < _size / 8)
        {
            _size = Math.Max(MinSize, _size / Growth);
        }

        _rented = 0;
        _used = 0;
        _largest = 0;
    }
}
