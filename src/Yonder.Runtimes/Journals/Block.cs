using System.Buffers;

namespace Yonder.Runtimes.Journals;

/// <summary>A stretch of a journal in memory. Its buffer goes back to the pool once the journal has dropped it and nobody reads in it.</summary>
internal sealed class Block
{
    private int _pins;
    private bool _isDropped;

    public byte[] Buffer { get; private set; } = [];

    public long Offset { get; private set; }

    /// <summary>Gets or sets how much of the buffer is the journal's; what is behind is the producer's.</summary>
    public int Length { get; set; }

    /// <summary>Gets or sets a value indicating whether the block is on disk too.</summary>
    public bool IsStored { get; set; }

    public Block? Next { get; set; }

    public long End => Offset + Length;

    public int Free => Buffer.Length - Length;

    public void Open(long offset, int size)
    {
        Buffer = ArrayPool<byte>.Shared.Rent(size);
        Offset = offset;
        Length = 0;
        IsStored = false;
        Next = null;
        _isDropped = false;
    }

    public void Pin() => _pins++;

    /// <summary>Answers whether the block is free to be opened anew.</summary>
    public bool Unpin() => --_pins is 0 && _isDropped && Close();

    /// <summary>Answers whether the block is free to be opened anew; otherwise the last <see cref="Unpin"/> will.</summary>
    public bool Drop()
    {
        _isDropped = true;
        return _pins is 0 && Close();
    }

    private bool Close()
    {
        ArrayPool<byte>.Shared.Return(Buffer);
        Buffer = [];
        return true;
    }
}
