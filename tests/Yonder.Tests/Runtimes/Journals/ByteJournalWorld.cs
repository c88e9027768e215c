using Yonder.Runtimes.Journals;
using Yonder.TestKit;

namespace Yonder.Tests.Runtimes.Journals;

/// <summary>One journal under random steps, with everything that must hold checked after each.</summary>
internal sealed class ByteJournalWorld : IDisposable
{
    private const int Window = 20_000;
    private const int UnattendedLimit = 100_000;
    private const int MaxAppend = 30_000;

    private readonly ManualTimeProvider _clock = new();
    private readonly List<ByteReaderModel> _readers = [];
    private readonly List<CursorLease> _leases = [];
    private readonly Random _random;
    private readonly ByteJournal _journal;
    private readonly long _retention;
    private Task<Memory<byte>>? _held;
    private long _start;

    public ByteJournalWorld(long retention, int seed)
    {
        _retention = retention;
        _random = new(seed);
        _journal = new(new() { Window = Window, Retention = retention, UnattendedLimit = UnattendedLimit, TimeProvider = _clock });
    }

    public async Task StepAsync(int choice)
    {
        switch (choice % 16)
        {
            case < 6:
                await AppendAsync();
                break;
            case < 11:
                await ReadAsync();
                break;
            case 11 or 12 when _readers.Count < 5:
                Open();
                break;
            case 13:
                Close(abandon: false);
                break;
            case 14:
                Close(abandon: true);
                break;
            default:
                _clock.Advance(TimeSpan.FromSeconds(choice % 7));
                break;
        }

        await CheckAsync();
    }

    /// <summary>Completes the journal and reads every cursor to the end.</summary>
    public async Task FinishAsync()
    {
        _leases.ForEach(static lease => lease.Dispose());
        _readers.Add(new(_journal, since: null, CursorHold.Shared));
        while (_held is not null)
        {
            await Task.Yield(); // The producer goes on by itself, on the pool.
            foreach (var reader in _readers)
            {
                await reader.ReadAsync(_random);
            }

            await CheckAsync();
        }

        var end = _journal.End;
        _journal.Complete();
        await CheckAsync();
        foreach (var reader in _readers)
        {
            await reader.ReadToEndAsync(end);
        }
    }

    public void Dispose()
    {
        _readers.ForEach(static reader => reader.Dispose());
        _leases.ForEach(static lease => lease.Dispose());
        _journal.Dispose();
        _journal.MemoryInUse.ShouldBe(0);
    }

    private async Task AppendAsync()
    {
        _held ??= _journal.RentAsync(_random.Next(1, 5000)).AsTask();
        await WriteRentedAsync();
    }

    private async Task WriteRentedAsync()
    {
        if (_held is { IsCompleted: true } rented)
        {
            _held = null;
            Write(await rented);
        }
    }

    private async Task ReadAsync()
    {
        if (Pick() is { } reader)
        {
            await reader.ReadAsync(_random);
        }
    }

    /// <summary>Commits in one or two steps, as a pump does that finds more to read.</summary>
    private void Write(Memory<byte> room)
    {
        var count = Math.Min(room.Length, _random.Next(MaxAppend));
        var first = _random.Next(count + 1);
        Pattern.Fill(room.Span[..first], _journal.End);
        _journal.Commit(first);
        Pattern.Fill(room.Span[first..count], _journal.End);
        _journal.Commit(count - first);
        if (_random.Next(8) is 0)
        {
            _journal.Return();
        }
    }

    private void Open()
    {
        long? since = _random.Next(3) is 0 ? null : _random.NextInt64(_journal.End + 1);
        _readers.Add(new(_journal, since, (CursorHold)_random.Next(3)));
    }

    private void Close(bool abandon)
    {
        if (Pick() is { } reader)
        {
            _readers.Remove(reader);
            if (abandon)
            {
                _leases.Add(reader.Abandon());
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    private ByteReaderModel? Pick() => _readers.Count is 0 ? null : _readers[_random.Next(_readers.Count)];

    private async Task CheckAsync()
    {
        await WriteRentedAsync();
        _journal.Start.ShouldBeGreaterThanOrEqualTo(_start, "what is gone does not come back");
        _start = _journal.Start;
        (_journal.End - _start).ShouldBeGreaterThanOrEqualTo(Math.Min(_journal.End, _retention), "the retention is kept");
        _journal.MemoryInUse.ShouldBeLessThanOrEqualTo(Window + (4 * 65_536) + (_readers.Count * 65_536), "memory is bounded");
        if (_held is not null)
        {
            // Whoever the producer waits for is at least half a window behind, or nobody holds it at all.
            var holding = _readers.Where(static reader => reader.Hold is not CursorHold.None).ToArray();
            (holding.Length is 0 || holding.Any(reader => _journal.End - reader.Position > Window / 2) || _leases.Count > 0).ShouldBeTrue();
        }
    }
}
