using Yonder.Runtimes;

namespace Yonder.TestKit.Registry;

/// <summary>A connection that a test can lose.</summary>
public sealed class FakeRuntime : IRuntime
{
    private readonly CancellationTokenSource _lost = new();

    public FakeRuntime(RuntimeId id, string scheme)
    {
        Info = new RuntimeInfo(id, scheme, TimeProvider.System.GetUtcNow());
        Lost = _lost.Token;
    }

    public RuntimeInfo Info { get; }

    public CancellationToken Lost { get; }

    public bool IsDisposed { get; private set; }

    public Task LoseAsync() => _lost.CancelAsync();

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        _lost.Dispose();
        return ValueTask.CompletedTask;
    }
}
