using System.Collections.Concurrent;

namespace Yonder.Drivers.Docker;

/// <summary>The processes and terminals that were started over one connection, and end with it.</summary>
internal sealed class OpenWorks : IAsyncDisposable
{
    private readonly ConcurrentDictionary<IAsyncDisposable, byte> _open = new(ReferenceEqualityComparer.Instance);

    public void Add(IAsyncDisposable work) => _open.TryAdd(work, 0);

    public void Remove(IAsyncDisposable work) => _open.TryRemove(work, out _);

    public async ValueTask DisposeAsync() => await Task.WhenAll(_open.Keys.Select(work => work.DisposeAsync().AsTask()));
}
