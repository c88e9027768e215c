using BenchmarkDotNet.Attributes;
using Yonder.Runtimes.Journals;

namespace Yonder.Benchmarks.Journals;

/// <summary>A thousand records through a record journal to each of its readers. Budget: no allocation, 10 million deliveries a second.</summary>
[MemoryDiagnoser]
public class RecordJournalBenchmark : IDisposable
{
    private const int Records = 1000;

    private readonly string[] _keys = [.. Enumerable.Range(0, 100).Select(static number => $"node-{number}")];
    private RecordJournal<string> _journal = null!; // Made by the setup.
    private RecordCursor<string>[] _cursors = [];

    /// <summary>Gets or sets how many read.</summary>
    [Params(1, 10, 100)]
    public int Readers { get; set; }

    /// <summary>Gets or sets a value indicating whether only the newest of each of 100 keys is kept.</summary>
    [Params(false, true)]
    public bool Keyed { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _journal = new(new() { Capacity = 2048, Key = Keyed ? static text => text : null });
        _cursors = [.. Enumerable.Range(0, Readers).Select(_ => _journal.OpenCursor())];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _journal.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public async ValueTask<long> PublishAndFanOut()
    {
        for (var i = 0; i < Records; i++)
        {
            _journal.Publish(_keys[i % _keys.Length]);
        }

        foreach (var cursor in _cursors)
        {
            while (cursor.Position < _journal.End)
            {
                cursor.Advance((await cursor.ReadAsync()).Records.Length);
            }
        }

        return _journal.End;
    }
}
