using System.Collections.Concurrent;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.TestKit.Registry;

/// <summary>A store that lasts as long as the test: hand it to a second registry to see what a restart sees.</summary>
public sealed class InMemoryRuntimeStore : IRuntimeStore
{
    private readonly ConcurrentDictionary<RuntimeId, RuntimeRecord> _records = new();

    public IReadOnlyCollection<RuntimeRecord> Records => [.. _records.Values];

    public ValueTask<IReadOnlyList<RuntimeRecord>> LoadAsync(CancellationToken cancellationToken = default)
        => ValueTask.FromResult<IReadOnlyList<RuntimeRecord>>([.. _records.Values]);

    public ValueTask AddAsync(RuntimeRecord record, CancellationToken cancellationToken = default)
    {
        _records[record.Id] = record;
        return ValueTask.CompletedTask;
    }

    public ValueTask UpdateAsync(RuntimeRecord record, CancellationToken cancellationToken = default)
    {
        if (_records.TryGetValue(record.Id, out var old))
        {
            _records.TryUpdate(record.Id, record, old);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        _records.TryRemove(id, out _);
        return ValueTask.CompletedTask;
    }
}
