using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>One sandbox: what is kept of it, and what runs. One change at a time.</summary>
internal sealed class Sandbox(SandboxSetup setup, SandboxRecord record, Action<Sandbox> changed) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private SandboxRecord _record = record;
    private SandboxRun? _run;
    private bool _isPaused;

    public RuntimeId Id { get; } = new(record.Id);

    /// <summary>Describes it as it is now.</summary>
    public ProvisionedRuntime Describe() => new(Id, StateNow())
    {
        EngineId = _run?.Holder?.FirstPid.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Address = "127.0.0.1",
        StartedAt = _run?.StartedAt,
        Reason = _run is null ? _record.Reason : null,
    };

    public Task StartAsync(CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            if (_run is null)
            {
                _run = await SandboxRun.StartAsync(setup, _record, cancellationToken);
                _record = _record with { Reason = null };
                _ = WatchAsync(_run);
            }
        },
        cancellationToken);

    public Task StopAsync(TimeSpan grace, CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            if (_run is { } run)
            {
                Resume(run);
                await run.StopAsync(grace);
                _run = null;
            }
        },
        cancellationToken);

    public Task PauseAsync(CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            RunNow().Pause();
            _isPaused = true;
            return Task.CompletedTask;
        },
        cancellationToken);

    public Task ResumeAsync(CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            Resume(RunNow());
            return Task.CompletedTask;
        },
        cancellationToken);

    public Task UpdateLimitsAsync(ResourceLimits limits, CancellationToken cancellationToken) => ChangeAsync(
        async () =>
        {
            _record = _record with { Limits = limits };
            _run?.Limit(limits);
            await setup.Store.SaveAsync(_record, cancellationToken);
        },
        cancellationToken);

    /// <summary>Removes it with everything in it.</summary>
    public Task DeleteAsync() => ChangeAsync(
        async () =>
        {
            if (_run is { } run)
            {
                Resume(run);
                await run.StopAsync(TimeSpan.Zero);
                _run = null;
            }

            await setup.Store.DeleteAsync(Id);
        },
        CancellationToken.None);

    /// <summary>Connects to it while it runs.</summary>
    public IRuntime Connect() => RunNow().Connect(() => _record.Limits);

    public void Dispose() => _gate.Dispose();

    private async Task ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await change();
        }
        finally
        {
            _gate.Release();
        }
    }

    private SandboxRun RunNow() => _run ?? throw new RuntimeException(RuntimeError.WrongState, "The sandbox does not run: start it.");

    private ProvisionedState StateNow() => _run is null ? ProvisionedState.Stopped : _isPaused ? ProvisionedState.Paused : ProvisionedState.Running;

    private void Resume(SandboxRun run)
    {
        run.Resume();
        _isPaused = false;
    }

    /// <summary>Notices when the sandbox ends by itself.</summary>
    private async Task WatchAsync(SandboxRun run)
    {
        var status = await run.Ended;
        await ChangeAsync(
            async () =>
            {
                if (_run != run)
                {
                    return;
                }

                _record = _record with { Reason = run.RanOutOfMemory() ? "out of memory" : Describe(status) };
                await run.StopAsync(TimeSpan.Zero);
                _run = null;
                await setup.Store.SaveAsync(_record, CancellationToken.None);
                changed(this);
            },
            CancellationToken.None);
    }

    private static string Describe(ExitStatus status) => $"the main command ended with {status}";
}
