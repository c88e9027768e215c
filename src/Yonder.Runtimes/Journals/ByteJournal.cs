namespace Yonder.Runtimes.Journals;

/// <summary>
/// A stream of bytes that one producer appends to and any number of cursors read, each from the absolute offset it likes and at its own
/// pace. What it does when a reader is slow, gone or late is said by <see cref="ByteJournalOptions"/> and <see cref="CursorOptions"/>.
/// </summary>
public sealed partial class ByteJournal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ByteJournalOptions _options;
    private readonly BlockList _blocks = new();
    private readonly HolderSet _holders;
    private readonly WaitList _readers = new();
    private readonly WaitList _held = new();
    private readonly ResultWaiter<Memory<byte>> _producer;
    private Exception? _error;
    private State _state;
    private long _start;
    private int _minimum;

    /// <summary>Makes an empty journal. It takes memory only as bytes come.</summary>
    public ByteJournal(ByteJournalOptions? options = null)
    {
        _options = options ?? new();
        _holders = new(_options.Window, _options.UnattendedLimit);
        _producer = new(_gate, Rent);
    }

    private enum State
    {
        Open,
        Complete,
        Closed,
    }

    /// <summary>Gets the offset of the oldest byte that can still be read.</summary>
    public long Start
    {
        get
        {
            lock (_gate)
            {
                return _start;
            }
        }
    }

    /// <summary>Gets the offset behind the newest byte: how many there ever were.</summary>
    public long End
    {
        get
        {
            lock (_gate)
            {
                return _blocks.End;
            }
        }
    }

    /// <summary>Gets a value indicating whether the producer has said that no more bytes come.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_gate)
            {
                return _state is not State.Open;
            }
        }
    }

    /// <summary>Gets a value indicating whether the producer waits for a reader now.</summary>
    public bool IsHeld
    {
        get
        {
            lock (_gate)
            {
                return _producer.List is not null;
            }
        }
    }

    /// <summary>
    /// Waits while the producer is held, then gives memory to write the next bytes to. What is written becomes part of the journal by
    /// <see cref="Commit"/>, in one or several steps; the next rent takes back what was not used.
    /// </summary>
    /// <param name="minimum">How much room is needed, up to 64 KiB; as a rule there is more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<Memory<byte>> RentAsync(int minimum = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minimum, BlockList.MaxSize);
        cancellationToken.ThrowIfCancellationRequested();
        bool isHeld;
        lock (_gate)
        {
            ThrowIfNotOpen();
            _minimum = minimum;
            isHeld = _holders.MustWait(_blocks.End);
            if (isHeld)
            {
                _held.Add(_producer);
            }
        }

        return isHeld ? _producer.WaitAsync(cancellationToken) : new(Rent());
    }

    /// <summary>Appends the next <paramref name="count"/> bytes of the rented memory and wakes who waits for them.</summary>
    public void Commit(int count)
    {
        lock (_gate)
        {
            ThrowIfNotOpen();
            _blocks.Commit(count);
        }

        WakeReaders();
    }

    /// <summary>Appends a copy of bytes that the producer has elsewhere, waiting while it is held.</summary>
    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        while (!bytes.IsEmpty)
        {
            var room = await RentAsync(1, cancellationToken);
            var count = Math.Min(room.Length, bytes.Length);
            bytes[..count].CopyTo(room);
            Commit(count);
            bytes = bytes[count..];
        }

        Return();
    }

    /// <summary>Gives back the rest of the rented memory: nothing is written to it any more.</summary>
    public void Return()
    {
        lock (_gate)
        {
            _blocks.EndRent();
            Trim();
        }
    }

    /// <summary>Says that no more bytes come, and why when the producer failed. Only the first call counts.</summary>
    public void Complete(Exception? error = null)
    {
        bool isQuiet;
        lock (_gate)
        {
            if (_state is not State.Open)
            {
                return;
            }

            _state = State.Complete;
            _error = error;
            isQuiet = !_blocks.IsRented;
        }

        WakeReaders();
        WakeProducer();
        if (isQuiet)
        {
            Store();
        }
    }

    /// <summary>Ends every wait and gives back all memory and disk. Cursors that are still open can read no more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_state is State.Closed)
            {
                return;
            }

            _state = State.Closed;
            while (_blocks.First is { } first)
            {
                if (first.Next is null && _blocks.IsRented)
                {
                    first.Pin(); // The producer may be writing into it: this one is left to the collector.
                }

                _blocks.DropFirst();
            }
        }

        _file?.Dispose();

        WakeReaders();
        WakeProducer();
    }

    /// <summary>A journal that is to keep everything takes no more rather than lose something.</summary>
    private void ThrowIfLosing()
    {
        if (_options.Retention is long.MaxValue && _storageError is { } error)
        {
            throw new RuntimeException(RuntimeError.NoSpace, "The output cannot be kept: the disk does not take it.", error);
        }
    }

    private void ThrowIfNotOpen()
    {
        ObjectDisposedException.ThrowIf(_state is State.Closed, this);
        if (_state is State.Complete)
        {
            throw new InvalidOperationException("The journal is complete: nothing can be appended.");
        }
    }

    private Memory<byte> Rent()
    {
        if (_storageError is not null)
        {
            Store();
            ThrowIfLosing();
        }

        Memory<byte> room;
        bool filled;
        lock (_gate)
        {
            ThrowIfNotOpen();
            filled = _blocks.MakeRoom(_minimum);
            room = _blocks.Free;
            if (filled)
            {
                Trim();
            }
        }

        if (filled)
        {
            Store();
        }

        return room;
    }

    private void WakeReaders()
    {
        while (true)
        {
            Waiter? reader;
            lock (_gate)
            {
                reader = _readers.Take(_state is State.Open ? _blocks.End : long.MaxValue);
            }

            if (reader is null)
            {
                return;
            }

            reader.Complete();
        }
    }

    private void WakeProducer()
    {
        Waiter? producer;
        lock (_gate)
        {
            producer = _state is not State.Open || _holders.MayResume(_blocks.End) ? _held.Take(long.MaxValue) : null;
        }

        producer?.Complete();
    }
}
