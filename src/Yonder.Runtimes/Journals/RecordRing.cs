namespace Yonder.Runtimes.Journals;

/// <summary>The kept records of a journal, oldest first, in one array that grows up to the capacity and then goes round. Guarded by the journal's lock.</summary>
internal sealed class RecordRing<T>(int capacity, Func<T, object?>? key, long start)
{
    private const int FirstSize = 16;

    private readonly Dictionary<object, long>? _newest = key is null ? null : [];
    private (JournalRecord<T> Record, object? Key, bool IsSuperseded)[] _slots = [];
    private int _first;
    private int _count;
    private int _superseded;

    /// <summary>Gets the number from which on nothing is gone that was not superseded.</summary>
    public long Start { get; private set; } = start;

    public long End { get; private set; } = start;

    public long Add(T value)
    {
        var recordKey = key?.Invoke(value);
        if (recordKey is not null)
        {
            Supersede(recordKey);
        }

        if (_count == _slots.Length)
        {
            MakeRoom();
        }

        var sequence = End++;
        Slot(_count++) = (new(sequence, value), recordKey, false);
        if (recordKey is not null)
        {
            _newest![recordKey] = sequence;
        }

        return sequence;
    }

    /// <summary>Copies the records from <paramref name="position"/> on, as many as there are and fit.</summary>
    public int CopyTo(long position, Span<JournalRecord<T>> records)
    {
        var copied = 0;
        for (var index = IndexOf(position); index < _count && copied < records.Length; index++)
        {
            ref readonly var slot = ref Slot(index);
            if (!slot.IsSuperseded)
            {
                records[copied++] = slot.Record;
            }
        }

        return copied;
    }

    public void Clear()
    {
        _slots = [];
        _first = 0;
        _count = 0;
        _superseded = 0;
        _newest?.Clear();
        Start = End;
    }

    private ref (JournalRecord<T> Record, object? Key, bool IsSuperseded) Slot(int index)
    {
        var at = _first + index;
        return ref _slots[at < _slots.Length ? at : at - _slots.Length];
    }

    /// <summary>The first index whose record has this number or a later one.</summary>
    private int IndexOf(long sequence)
    {
        var contiguous = End - _count;
        if (_count is 0 || Slot(0).Record.Sequence == contiguous)
        {
            return (int)Math.Max(0, sequence - contiguous);
        }

        // Numbers are missing where superseded records were closed up over.
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Slot(middle).Record.Sequence < sequence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Supersede(object recordKey)
    {
        if (_newest!.TryGetValue(recordKey, out var sequence))
        {
            ref var slot = ref Slot(IndexOf(sequence));
            slot = (new(sequence, default!), null, true); // Never handed out: the mark says so.
            _superseded++;
        }
    }

    private void MakeRoom()
    {
        if (_superseded > _slots.Length / 4)
        {
            Compact();
        }
        else if (_slots.Length < capacity)
        {
            Grow(Math.Min(capacity, Math.Max(FirstSize, _slots.Length * 2)));
        }
        else
        {
            DropFirst();
        }
    }

    private void DropFirst()
    {
        ref var slot = ref Slot(0);
        if (slot.IsSuperseded)
        {
            _superseded--;
        }
        else
        {
            Start = slot.Record.Sequence + 1;
            if (slot.Key is not null)
            {
                _newest!.Remove(slot.Key);
            }
        }

        slot = default;
        _first = _first + 1 == _slots.Length ? 0 : _first + 1;
        _count--;
    }

    /// <summary>Closes up over what was superseded.</summary>
    private void Compact()
    {
        var kept = 0;
        for (var index = 0; index < _count; index++)
        {
            ref readonly var slot = ref Slot(index);
            if (!slot.IsSuperseded)
            {
                Slot(kept++) = slot;
            }
        }

        for (var index = kept; index < _count; index++)
        {
            Slot(index) = default;
        }

        _count = kept;
        _superseded = 0;
    }

    private void Grow(int size)
    {
        var slots = new (JournalRecord<T> Record, object? Key, bool IsSuperseded)[size];
        for (var index = 0; index < _count; index++)
        {
            slots[index] = Slot(index);
        }

        _slots = slots;
        _first = 0;
    }
}
