using System.Buffers;

namespace Yonder.Runtimes.Journals;

/// <content>What is kept on disk. Only the producer writes, outside the lock; a reader checks afterwards that what it read was not overwritten.</content>
public sealed partial class ByteJournal
{
    /// <summary>What a journal keeps in memory before it makes a file: many never print more.</summary>
    private const int FileThreshold = 16 * 1024;

    private SpillFile? _file;
    private Exception? _storageError;
    private long _storedStart;
    private long _storedEnd;

    /// <summary>Gets why what leaves memory cannot be kept on disk now; <see langword="null"/> while it can.</summary>
    public Exception? StorageError
    {
        get
        {
            lock (_gate)
            {
                return _storageError;
            }
        }
    }

    /// <summary>Gets how much memory the journal has from the pool.</summary>
    internal long MemoryInUse
    {
        get
        {
            lock (_gate)
            {
                return _blocks.MemoryInUse;
            }
        }
    }

    private bool UsesDisk => _options.Retention > _options.Window;

    /// <summary>Writes the full blocks that are not on disk yet.</summary>
    private void Store()
    {
        while (NextToStore() is { } block)
        {
            Exception? error = null;
            try
            {
                _file ??= SpillFile.Create(_options.SpillDirectory, Math.Max(_options.Retention, 2 * BlockList.MaxSize));
                _file.Write(block.Offset, block.Buffer.AsSpan(0, block.Length));
            }
            catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                error = thrown;
            }

            Settle(block, error);
            if (error is not null)
            {
                return;
            }
        }
    }

    private Block? NextToStore()
    {
        lock (_gate)
        {
            if (!UsesDisk || _state is State.Closed || (_file is null && _blocks.UnstoredLength < FileThreshold))
            {
                return null;
            }

            var block = _blocks.FirstUnstored(includeLast: _state is State.Complete);
            if (block is not null)
            {
                block.Pin();

                // Said before it happens: who reads these bytes meanwhile must find them gone.
                _storedStart = Math.Max(_storedStart, block.End - (_file?.Capacity ?? long.MaxValue));
                UpdateStart();
            }

            return block;
        }
    }

    private void Settle(Block block, Exception? error)
    {
        lock (_gate)
        {
            if (error is null)
            {
                if (block.Offset != _storedEnd)
                {
                    _storedStart = block.Offset;
                }

                block.IsStored = true;
                _storedEnd = block.End;
                if (_storageError is not null)
                {
                    _options.Logger.SpillWorksAgain(block.Offset);
                }
            }
            else if (_storageError is null && _state is not State.Closed)
            {
                _options.Logger.SpillFailed(block.Offset, error);
            }

            _storageError = error;

            // Without a disk no more than the window can be kept for those who are away.
            _holders.UnattendedLimit = error is not null && _options.UnattendedLimit < long.MaxValue
                ? Math.Min(_options.Window, _options.UnattendedLimit)
                : _options.UnattendedLimit;
            _blocks.Unpin(block);
            Trim();
            if (_state is State.Closed)
            {
                _file?.Dispose();
            }
        }
    }

    /// <summary>Reads what has left memory. False when it was overwritten or the journal closed meanwhile: look again.</summary>
    private bool TryReadDisk(ByteCursor cursor, long position, int count, out ByteRead read)
    {
        var buffer = cursor.DiskBuffer ??= ArrayPool<byte>.Shared.Rent(BlockList.MaxSize);
        read = default;
        try
        {
            _file!.Read(position, buffer.AsSpan(0, count)); // There is a file when there are stored bytes.
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        catch (IOException error)
        {
            throw new RuntimeException(RuntimeError.Failed, "What was kept on disk cannot be read.", error);
        }

        lock (_gate)
        {
            if (position < _start || _state is State.Closed)
            {
                return false;
            }

            cursor.Readable = count;
            read = new(position, buffer.AsMemory(0, count), cursor.TakeGap());
            return true;
        }
    }

    private void UpdateStart() => _start = _storedEnd > _storedStart && _storedEnd >= _blocks.Start ? _storedStart : _blocks.Start;

    /// <summary>Lets go of memory that no cursor needs and that is on disk, or older than what is kept.</summary>
    private void Trim()
    {
        var needed = _holders.FirstNeeded(_blocks.End, _options.Window + BlockList.MaxSize);
        while (_blocks.First is { } first && MayDrop(first, needed))
        {
            _blocks.DropFirst();
        }

        UpdateStart();
    }

    private bool MayDrop(Block block, long needed)
    {
        if (block.Next is null && (_blocks.IsRented || block.Length is 0))
        {
            return false;
        }

        var isFull = block.Next is not null || _state is State.Complete;
        var age = _blocks.End - block.End;
        return UsesDisk
            ? (isFull && block.IsStored && block.End <= needed) || (_storageError is not null && age > _options.Window + BlockList.MaxSize)
            : block.End <= needed && age >= _options.Retention;
    }
}
