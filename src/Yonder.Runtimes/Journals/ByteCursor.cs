using System.Buffers;

namespace Yonder.Runtimes.Journals;

/// <summary>A place in a <see cref="ByteJournal"/> that one reader moves forward at its own pace. Closing it lets the producer go on.</summary>
/// <remarks>For one reader: one call at a time, except for <see cref="Dispose"/>, which may end a waiting read.</remarks>
public sealed class ByteCursor : IDisposable
{
    private readonly ByteJournal _journal;
    private long _gap;

    internal ByteCursor(ByteJournal journal, Lock gate, Holder holder, bool resumeInline)
    {
        _journal = journal;
        Holder = holder;
        Waiter = new(gate, () => _journal.Answer(this)) { ResumeInline = resumeInline };
    }

    /// <summary>Gets the absolute offset of the next byte to read.</summary>
    public long Position => _journal.PositionOf(this);

    internal Holder Holder { get; }

    internal ResultWaiter<ByteRead> Waiter { get; }

    internal Block? Pinned { get; set; }

    internal int Readable { get; set; }

    internal bool IsClosed { get; set; }

    /// <summary>Gets or sets what was read from disk, while the cursor reads there.</summary>
    internal byte[]? DiskBuffer { get; set; }

    internal bool HasGap => _gap > 0;

    /// <summary>Waits until there is something to read, and answers with what is there in one piece, in place. Nothing counts as read before <see cref="Advance"/>.</summary>
    /// <exception cref="ObjectDisposedException">The cursor or the journal was closed, maybe during the wait.</exception>
    public ValueTask<ByteRead> ReadAsync(CancellationToken cancellationToken = default) => _journal.ReadAsync(this, cancellationToken);

    /// <summary>Counts the first <paramref name="count"/> bytes of the last read as read; the others come again.</summary>
    public void Advance(int count) => _journal.Advance(this, count);

    /// <summary>
    /// Closes the cursor of a reader that was cut off and may come back: for <paramref name="grace"/> the producer still waits for it.
    /// Dispose the lease when the reader is back or will not be.
    /// </summary>
    public CursorLease Abandon(TimeSpan grace) => _journal.Abandon(this, grace);

    /// <inheritdoc/>
    public void Dispose() => _journal.Close(this);

    internal void AddGap(long count) => _gap += count;

    internal long TakeGap()
    {
        var gap = _gap;
        _gap = 0;
        return gap;
    }

    internal void ReturnDiskBuffer()
    {
        if (DiskBuffer is { } buffer)
        {
            DiskBuffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
