using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.TestKit.Registry;

/// <summary>An engine in memory: it outlives the registries that use it, as real ones do.</summary>
public sealed class FakeEngine(string scheme) : IProvisioning
{
    private readonly ConcurrentDictionary<RuntimeId, ProvisionedRuntime> _runtimes = new();
    private readonly Channel<ProvisionChange> _changes = Channel.CreateUnbounded<ProvisionChange>();
    private int _creating;

    public bool IsAnswering { get; set; } = true;

    /// <summary>Gets or sets what a creation waits for; every creation goes through at once when it is not set.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Gets or sets what a creation fails with.</summary>
    public RuntimeException? Failure { get; set; }

    public int MostCreatedAtOnce { get; private set; }

    public ICollection<RuntimeId> Ids => _runtimes.Keys;

    public ProvisionedState? StateOf(RuntimeId id) => _runtimes.GetValueOrDefault(id)?.State;

    public void Put(RuntimeId id, ProvisionedState state) => _runtimes[id] = new ProvisionedRuntime(id, state);

    public void Lose(RuntimeId id) => _runtimes.TryRemove(id, out _);

    public void Tell(ProvisionChange change) => _changes.Writer.TryWrite(change);

    public ValueTask ValidateAsync(ProvisionSpec spec, CancellationToken cancellationToken = default)
        => spec.Image is "impossible" ? throw new RuntimeException(RuntimeError.ImageNotFound, "No such image.") : ValueTask.CompletedTask;

    public async ValueTask<ProvisionedRuntime> CreateAsync(ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken = default)
    {
        Answer();
        MostCreatedAtOnce = Math.Max(MostCreatedAtOnce, Interlocked.Increment(ref _creating));
        try
        {
            progress.Report(new ProvisionProgress(ProvisionStage.Creating, "Making it"));
            await Gate.WaitAsync(cancellationToken);
            return Failure is { } failure
                ? throw failure
                : _runtimes[spec.Id] = new ProvisionedRuntime(spec.Id, ProvisionedState.Running) { EngineId = $"engine-{spec.Id}" };
        }
        finally
        {
            Interlocked.Decrement(ref _creating);
        }
    }

    public ValueTask<ProvisionedRuntime> StartAsync(RuntimeId id, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Set(id, ProvisionedState.Running));

    public ValueTask StopAsync(RuntimeId id, TimeSpan grace, CancellationToken cancellationToken = default) => Done(id, ProvisionedState.Stopped);

    public ValueTask PauseAsync(RuntimeId id, CancellationToken cancellationToken = default) => Done(id, ProvisionedState.Paused);

    public ValueTask ResumeAsync(RuntimeId id, CancellationToken cancellationToken = default) => Done(id, ProvisionedState.Running);

    public ValueTask DeleteAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        Answer();
        _runtimes.TryRemove(id, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask UpdateLimitsAsync(RuntimeId id, ResourceLimits limits, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask<ProvisionedRuntime?> FindAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        Answer();
        return ValueTask.FromResult(_runtimes.GetValueOrDefault(id));
    }

    public async IAsyncEnumerable<ProvisionedRuntime> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Answer();
        await Task.CompletedTask;
        foreach (var runtime in _runtimes.Values)
        {
            yield return runtime;
        }
    }

    public ValueTask<IRuntime> ConnectAsync(RuntimeId id, CancellationToken cancellationToken = default)
        => StateOf(id) is ProvisionedState.Running
            ? ValueTask.FromResult<IRuntime>(new FakeRuntime(id, scheme))
            : throw new RuntimeException(RuntimeError.WrongState, "It does not run.");

    public IAsyncEnumerable<ProvisionChange> WatchAsync(CancellationToken cancellationToken = default) => _changes.Reader.ReadAllAsync(cancellationToken);

    private ValueTask Done(RuntimeId id, ProvisionedState state)
    {
        Set(id, state);
        return ValueTask.CompletedTask;
    }

    private ProvisionedRuntime Set(RuntimeId id, ProvisionedState state)
    {
        Answer();
        return _runtimes.TryGetValue(id, out var runtime)
            ? _runtimes[id] = runtime with { State = state }
            : throw new RuntimeException(RuntimeError.NotFound, "The engine has no such runtime.");
    }

    private void Answer()
    {
        if (!IsAnswering)
        {
            throw new RuntimeException(RuntimeError.Unreachable, "The engine is away.");
        }
    }
}
