using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Runtimes.Registry;

/// <summary>The runtimes of this gateway and their life: made, found, opened, stopped, removed, and found again after a restart.</summary>
/// <remarks>
/// What a method has returned from is in the store. What happens to one runtime happens in the order it was asked for; a caller that stops
/// waiting does not stop what it asked for.
/// </remarks>
/// <example><code>
/// var record = await registry.FindAsync(owner, "my-sandbox") ?? throw ...;
/// using var use = registry.Use(record.Id);
/// var runtime = await registry.OpenAsync(record.Id);   // shared: not ours to dispose
/// </code></example>
public sealed partial class RuntimeRegistry(
    RuntimeDrivers drivers,
    IRuntimeStore store,
    RuntimeRegistryOptions options,
    TimeProvider time,
    ILogger<RuntimeRegistry> logger) : IAsyncDisposable
{
    /// <summary>The shortest beginning of an id that names a runtime.</summary>
    public const int ShortestPrefix = 12;

    private readonly ConcurrentDictionary<RuntimeId, RuntimeEntry> _entries = new();
    private readonly RuntimeNames _names = new();
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _creations = new(options.MaxConcurrentCreations);
    private readonly CancellationTokenSource _stopping = new();
    private Task _background = Task.CompletedTask;

    /// <summary>Gets everything that happens, to all owners' runtimes: whoever passes it on leaves out what is not its reader's. Nobody is waited for; after a gap, list again.</summary>
    public RecordJournal<RuntimeEvent> Events { get; } = new(new() { Capacity = 4096, TimeProvider = time });

    /// <summary>Finds a runtime of the owner by id, by the beginning of its id (at least <see cref="ShortestPrefix"/> characters, if only one begins so) or by name.</summary>
    public async ValueTask<RuntimeRecord?> FindAsync(string owner, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await _loaded.Task.WaitAsync(cancellationToken);
        var entry = FindOwn(owner, new RuntimeId(key))
            ?? (_names.Find(owner, key) is { } named ? FindOwn(owner, named) : null)
            ?? FindByPrefix(owner, key);
        return entry?.Record(time.GetUtcNow());
    }

    /// <summary>Returns the record of an id whoever owns it; <see langword="null"/> when there is none.</summary>
    public async ValueTask<RuntimeRecord?> GetAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        await _loaded.Task.WaitAsync(cancellationToken);
        return _entries.GetValueOrDefault(id)?.Record(time.GetUtcNow());
    }

    /// <summary>Lists the runtimes of one owner, or of all when <paramref name="owner"/> is <see langword="null"/>, newest first.</summary>
    public async ValueTask<IReadOnlyList<RuntimeRecord>> ListAsync(string? owner, CancellationToken cancellationToken = default)
    {
        await _loaded.Task.WaitAsync(cancellationToken);
        var now = time.GetUtcNow();
        return
        [
            .. _entries.Values.Select(entry => entry.Record(now))
                .Where(record => owner is null || string.Equals(record.Owner, owner, StringComparison.Ordinal))
                .OrderByDescending(record => record.CreatedAt)
                .ThenBy(record => record.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Marks a runtime as in use until the result is disposed. An unknown id is no error.</summary>
    public RuntimeUse Use(RuntimeId id) => new(_entries.GetValueOrDefault(id), time);

    /// <summary>Follows the making of a runtime from its first step; the stream ends when it is made or has failed. <see langword="null"/> when it was not made since the gateway started.</summary>
    public RecordCursor<ProvisionProgress>? OpenProgress(RuntimeId id) => _entries.GetValueOrDefault(id)?.Progress?.OpenCursor();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _background.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var entry in _entries.Values)
        {
            await entry.Queue.Drained;
            await entry.Connection.CloseAsync();
        }

        Events.Complete();
        _creations.Dispose();
        _stopping.Dispose();
    }

    private void Publish(RuntimeEvent happened) => Events.Publish(happened);

    private RuntimeEntry? FindOwn(string owner, RuntimeId id)
        => id.Value is not null && _entries.GetValueOrDefault(id) is { } entry && IsOwn(entry, owner) ? entry : null;

    private RuntimeEntry? FindByPrefix(string owner, string key)
    {
        if (key.Length < ShortestPrefix)
        {
            return null;
        }

        var matches = _entries.Values.Where(entry => entry.Id.Value.StartsWith(key, StringComparison.Ordinal) && IsOwn(entry, owner)).Take(2).ToArray();
        return matches is [var only] ? only : null;
    }

    private bool IsOwn(RuntimeEntry entry, string owner)
        => string.Equals(entry.Record(time.GetUtcNow()).Owner, owner, StringComparison.Ordinal);

    private async ValueTask<RuntimeEntry> RequireAsync(RuntimeId id, CancellationToken cancellationToken)
    {
        await _loaded.Task.WaitAsync(cancellationToken);
        return _entries.GetValueOrDefault(id) ?? throw Missing(id);
    }

    private static RuntimeException Missing(RuntimeId id) => new(RuntimeError.NotFound, $"There is no runtime {id}.");
}
