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
    }

    /// <summary>Says that no more bytes come, and why when the producer failed. Only the first call counts.</summary>
    public void Complete(Exception? error = null)
    {
        lock (_gate)
        {
            if (_state is not State.Open)
            {
                return;
            }

            _state = State.Complete;
            _error = error;
        }

        WakeReaders();
        WakeProducer();
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

            // A producer that never completed may still be writing into the last block: the collector takes that one.
            var keepLast = _state is State.Open;
            _state = State.Closed;
            while (_blocks.First is { } first && !(keepLast && first.Next is null))
            {
                _blocks.DropFirst();
            }
        }

        WakeReaders();
        WakeProducer();
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
        lock (_gate)
        {
            ThrowIfNotOpen();
            _ = _blocks.MakeRoom(_minimum);
            Trim();
            return _blocks.Free;
        }
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

    /// <summary>Lets go of memory that no cursor needs and that is older than what is kept.</summary>
    private void Trim()
    {
        var needed = _holders.FirstNeeded(_blocks.End, _options.Window);
        while (_blocks.First is { Next: not null } first && first.End <= needed && _blocks.End - first.End >= _options.Retention)
        {
            _blocks.DropFirst();
        }

        _start = _blocks.Start;
    }
}
