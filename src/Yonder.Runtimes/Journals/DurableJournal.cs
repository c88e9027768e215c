using System.Diagnostics.CodeAnalysis;

namespace Yonder.Runtimes.Journals;

/// <summary>
/// A stream of numbered records that lasts: each is in its file before anybody reads it, so that it survives the process; once
/// <see cref="FlushAsync"/> has returned it survives the machine. The newest are read from memory, older ones from the file; nothing is ever gone.
/// </summary>
public sealed class DurableJournal<T> : IDisposable
{
    private readonly Lock _gate = new();
    [SuppressMessage("Usage", "CA2213", Justification = "Those who still queue for it must get their turn; it holds nothing.")]
    private readonly SemaphoreSlim _flushing = new(1);
    private readonly DurableJournalOptions _options;
    private readonly IRecordCodec<T> _codec;
    private readonly RecordFile _file;
    private readonly RecordJournal<T> _newest;
    private Exception? _failure;
    private long _flushed;

    /// <summary>Opens the journal of a file, or makes both. One process at a time can have it open.</summary>
    /// <exception cref="IOException">The file is open elsewhere, or the disk fails.</exception>
    public DurableJournal(string path, IRecordCodec<T> codec, DurableJournalOptions? options = null)
    {
        _options = options ?? new();
        _codec = codec;
        _file = RecordFile.Open(path);
        _flushed = _file.Count;
        _newest = new(new() { Capacity = _options.Capacity, Window = _options.Capacity, ReadLimit = _options.ReadLimit }, _file.Count);
        if (CutOff > 0)
        {
            _options.Logger.TornTailCut(Path.GetFileName(path), CutOff, End);
        }
    }

    /// <summary>Gets the number that the next record will have: how many there are.</summary>
    public long End => _newest.End;

    /// <summary>Gets how many bytes at the end of the file were no whole record, left by a crash, and were cut off.</summary>
    public long CutOff => _file.CutOff;

    /// <summary>Appends a record from any thread and answers its number. It is with the system when this returns; on the disk after <see cref="FlushAsync"/>.</summary>
    /// <exception cref="RuntimeException">The disk does not take it (<see cref="RuntimeError.NoSpace"/>): it was not appended, and nobody saw it.</exception>
    public long Append(T record)
    {
        lock (_gate)
        {
            ThrowIfFailed();
            try
            {
                _file.Append(record, _codec);
            }
            catch (IOException error)
            {
                throw new RuntimeException(RuntimeError.NoSpace, "The record cannot be kept: the disk does not take it.", error);
            }

            return _newest.Publish(record); // Wakes readers on the pool: none of them runs under this lock.
        }
    }

    /// <summary>Waits until everything appended so far is on the disk. Callers that come together share one flush.</summary>
    /// <exception cref="RuntimeException">The disk failed. What was not flushed may be lost, so the journal takes no more.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        var wanted = End;
        await _flushing.WaitAsync(cancellationToken);
        try
        {
            if (_flushed < wanted)
            {
                ThrowIfFailed();
                var end = End;
                await Task.Run(_file.Flush, cancellationToken);
                _flushed = end;
            }
        }
        catch (IOException error)
        {
            // A second flush may succeed without having written what the first could not: never try again.
            _failure = error;
            ThrowIfFailed();
        }
        finally
        {
            _flushing.Release();
        }
    }

    /// <summary>Says that no more records come: readers see the end once they have read all.</summary>
    public void Complete() => _newest.Complete();

    /// <summary>Opens a cursor at a number; at the first record when <see langword="null"/>. Nobody waits for it, and it misses nothing.</summary>
    /// <exception cref="RuntimeException">The number lies beyond the end: it is another journal's.</exception>
    public DurableCursor<T> OpenCursor(long? since = null)
    {
        var first = since ?? 0;
        if (first < 0 || first > End)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, $"There is no record {first}: the stream ends at {End}.");
        }

        return new(this, first);
    }

    /// <summary>Ends every wait and closes the file. What was appended stays in it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _newest.Dispose();
            _file.Dispose();
        }
    }

    /// <summary>Opens a cursor on what is in memory, or answers null when the position has left it.</summary>
    internal RecordCursor<T>? OpenNewest(long position)
        => position < _newest.Start ? null : _newest.OpenCursor(position);

    /// <summary>Reads from the file, up to what is in memory at most.</summary>
    internal RecordRead<T> ReadFile(long position)
    {
        (long Position, long Number) from;
        JournalRecord<T>[] records;
        lock (_gate)
        {
            from = _file.Near(position);
            records = new JournalRecord<T>[Math.Min(_options.ReadLimit, _file.Count - position)];
        }

        try
        {
            _file.Read(from, position, records, _codec);
            return new(records);
        }
        catch (IOException error)
        {
            throw new RuntimeException(RuntimeError.Failed, "What was kept on disk cannot be read.", error);
        }
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw new RuntimeException(RuntimeError.Failed, "The disk failed while records were written to it: the journal takes no more.", failure);
        }
    }
}
