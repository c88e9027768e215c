using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Yonder.Runtimes.Journals;

namespace Yonder.Benchmarks.Journals;

/// <summary>The way of output through a byte journal: rent, write, commit, read in place, advance. Budget: no allocation, over 1 GB/s at 64 kB.</summary>
[MemoryDiagnoser]
public class ByteJournalBenchmark : IDisposable
{
    private ByteJournal _journal = null!; // Made by the setup.
    private ByteCursor _cursor = null!;

    /// <summary>Gets or sets the size of one append: a key's echo, a read of a PTY, a coalesced read.</summary>
    [Params(1, 4096, 65_536)]
    public int Size { get; set; }

    /// <summary>Gets or sets a value indicating whether what leaves memory is kept on disk.</summary>
    [Params(false, true)]
    public bool Disk { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _journal = new(new() { Retention = Disk ? 16 * 1024 * 1024 : 0 });
        _cursor = _journal.OpenCursor(options: new() { ResumeInline = true });
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _cursor.Dispose();
        _journal.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Description = "append, then read")]
    public async ValueTask<int> AppendThenRead()
    {
        var left = Size;
        var read = 0;
        while (left > 0)
        {
            var room = await _journal.RentAsync();
            var count = Math.Min(left, room.Length);
            room.Span[..count].Fill(1);
            _journal.Commit(count);
            left -= count;
            read += await ReadAsync();
        }

        return read;
    }

    [Benchmark(Description = "a waiting reader is woken")]
    public async ValueTask<int> WakeAReader()
    {
        var reading = ReadAsync();
        var room = await _journal.RentAsync();
        var count = Math.Min(Size, room.Length);
        room.Span[..count].Fill(1);
        _journal.Commit(count);
        return await reading;
    }

    // Its state is pooled, so that what is left to be counted is the journal's.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadAsync()
    {
        var bytes = (await _cursor.ReadAsync()).Bytes;
        _cursor.Advance(bytes.Length);
        return bytes.Length;
    }
}
