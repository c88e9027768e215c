namespace Yonder.Runtimes.Journals;

/// <summary>
/// A stream of numbered records that any number of cursors read, each from the number it likes and at its own pace. When it is full it
/// drops the oldest, keeps the newest of each key, or holds the producer, as <see cref="RecordJournalOptions{T}"/> say.
/// </summary>
public sealed partial class RecordJournal<T> : IDisposable
{
    private readonly Lock _gate = new();
    private readonly RecordJournalOptions<T> _options;
    private readonly RecordRing<T> _records;
    private readonly HolderSet _holders;
    private readonly WaitList _readers = new();
    private readonly WaitList _held = new();
    private readonly ResultWaiter<bool> _producer;
    private Exception? _error;
    private State _state;

    /// <summary>Makes an empty journal.</summary>
    public RecordJournal(RecordJournalOptions<T>? options = null)
        : this(options, start: 0)
    {
    }

    /// <summary>Makes a journal that goes on where another ended.</summary>
    internal RecordJournal(RecordJournalOptions<T>? options, long start)
    {
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.Window, _options.Capacity, nameof(options));
        _records = new(_options.Capacity, _options.Key, start);
        _holders = new(_options.Window, _options.UnattendedLimit);
        _producer = new(_gate, () => true);
    }

    private enum State
    {
        Open,
        Complete,
        Closed,
    }

    /// <summary>Gets the number of the oldest record that can still be read.</summary>
    public long Start
    {
        get
        {
            lock (_gate)
            {
                return _records.Start;
            }
        }
    }

    /// <summary>Gets the number that the next record will have: how many there ever were.</summary>
    public long End
    {
        get
        {
            lock (_gate)
            {
                return _records.End;
            }
        }
    }

    /// <summary>Appends a record without ever waiting, from any thread, and answers its number.</summary>
    /// <exception cref="InvalidOperationException">The journal is complete.</exception>
    public long Publish(T record)
    {
        long sequence;
        lock (_gate)
        {
            ThrowIfNotOpen();
            sequence = _records.Add(record);
        }

        WakeReaders();
        return sequence;
    }

    /// <summary>Waits while the producer is held, then appends a record and answers its number. One call at a time.</summary>
    /// <exception cref="InvalidOperationException">The journal is complete.</exception>
    public async ValueTask<long> AppendAsync(T record, CancellationToken cancellationToken = default)
    {
        await WaitForRoomAsync(cancellationToken);
        return Publish(record);
    }

    /// <summary>Says that no more records come, and why when the producer failed. Only the first call counts.</summary>
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

    /// <summary>Ends every wait and gives back all memory. Cursors that are still open can read no more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _state = State.Closed;
            _records.Clear();
        }

        WakeReaders();
        WakeProducer();
    }

    private ValueTask<bool> WaitForRoomAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_state is not State.Open || !_holders.MustWait(_records.End))
            {
                return new(result: true);
            }

            _held.Add(_producer);
        }

        return _producer.WaitAsync(cancellationToken);
    }

    private void ThrowIfNotOpen()
    {
        ObjectDisposedException.ThrowIf(_state is State.Closed, this);
        if (_state is State.Complete)
        {
            throw new InvalidOperationException("The journal is complete: nothing can be appended.");
        }
    }

    private void WakeReaders()
    {
        while (true)
        {
            Waiter? reader;
            lock (_gate)
            {
                reader = _readers.Take(_state is State.Open ? _records.End : long.MaxValue);
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
            producer = _state is not State.Open || _holders.MayResume(_records.End) ? _held.Take(long.MaxValue) : null;
        }

        producer?.Complete();
    }
}
