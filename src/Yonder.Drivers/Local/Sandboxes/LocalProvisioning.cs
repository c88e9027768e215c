using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>Makes sandboxes on this machine. Their set is kept in the data folder; what runs ends with the gateway.</summary>
internal sealed class LocalProvisioning(Func<CancellationToken, Task<SandboxSetup>> open) : IProvisioning, IAsyncDisposable
{
    private const string OnlyImage = "host";

    private readonly ConcurrentDictionary<RuntimeId, Sandbox> _sandboxes = new();
    private readonly ConcurrentDictionary<Channel<ProvisionChange>, byte> _watchers = new();
    private readonly SemaphoreSlim _opening = new(1);
    private SandboxSetup? _setup;

    public ValueTask ValidateAsync(ProvisionSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!string.Equals(spec.Image, OnlyImage, StringComparison.Ordinal))
        {
            throw new RuntimeException(
                RuntimeError.ImageNotFound,
                $"There are no images on this machine itself, so '{spec.Image}' cannot be used. Either use the image '{OnlyImage}', or start a Docker Engine "
                + "(for example: apt-get install docker.io, then: systemctl start docker, or: dockerd) and try again.");
        }

        if (spec.Limits is { MemoryBytes: <= 0 } or { Cpus: <= 0 } or { ProcessCount: <= 0 } or { DiskBytes: <= 0 })
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A limit is more than nothing; leave it out for none.");
        }

        return spec.Command is { Count: 0 } ? throw new RuntimeException(RuntimeError.InvalidRequest, "The command is empty.") : ValueTask.CompletedTask;
    }

    public async ValueTask<ProvisionedRuntime> CreateAsync(ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await ValidateAsync(spec, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var setup = await OpenAsync(cancellationToken);
        if (setup.Isolation is Isolation.Plain && spec.Network is NetworkMode.None)
        {
            throw new RuntimeException(RuntimeError.NotSupported, "Without bubblewrap the network cannot be taken away: install bubblewrap.");
        }

        var sandbox = new Sandbox(setup, SandboxRecord.Of(spec), Tell);
        if (!_sandboxes.TryAdd(spec.Id, sandbox))
        {
            sandbox.Dispose();
            throw new RuntimeException(RuntimeError.AlreadyExists, $"There is a sandbox '{spec.Id}' already.");
        }

        try
        {
            progress.Report(new(ProvisionStage.Creating, "Making the sandbox"));
            await setup.Store.CreateAsync(SandboxRecord.Of(spec), cancellationToken);
            progress.Report(new(ProvisionStage.Starting, "Starting the sandbox"));
            await sandbox.StartAsync(cancellationToken);
            return sandbox.Describe();
        }
        catch
        {
            await sandbox.DeleteAsync();
            _sandboxes.TryRemove(spec.Id, out _);
            throw;
        }
    }

    public async ValueTask<ProvisionedRuntime> StartAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var sandbox = await GetAsync(id, cancellationToken);
        await sandbox.StartAsync(cancellationToken);
        return sandbox.Describe();
    }

    public async ValueTask StopAsync(RuntimeId id, TimeSpan grace, CancellationToken cancellationToken = default)
        => await (await GetAsync(id, cancellationToken)).StopAsync(grace, cancellationToken);

    public async ValueTask PauseAsync(RuntimeId id, CancellationToken cancellationToken = default)
        => await (await GetAsync(id, cancellationToken)).PauseAsync(cancellationToken);

    public async ValueTask ResumeAsync(RuntimeId id, CancellationToken cancellationToken = default)
        => await (await GetAsync(id, cancellationToken)).ResumeAsync(cancellationToken);

    public async ValueTask DeleteAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken);
        if (_sandboxes.TryGetValue(id, out var sandbox))
        {
            await sandbox.DeleteAsync();
            _sandboxes.TryRemove(new(id, sandbox));
        }
    }

    public async ValueTask UpdateLimitsAsync(RuntimeId id, ResourceLimits limits, CancellationToken cancellationToken = default)
        => await (await GetAsync(id, cancellationToken)).UpdateLimitsAsync(limits, cancellationToken);

    public async ValueTask<ProvisionedRuntime?> FindAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken);
        return _sandboxes.TryGetValue(id, out var sandbox) ? sandbox.Describe() : null;
    }

    public async IAsyncEnumerable<ProvisionedRuntime> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken);
        foreach (var sandbox in _sandboxes.Values)
        {
            yield return sandbox.Describe();
        }
    }

    public async ValueTask<IRuntime> ConnectAsync(RuntimeId id, CancellationToken cancellationToken = default)
        => (await GetAsync(id, cancellationToken)).Connect();

    public async IAsyncEnumerable<ProvisionChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Full, the oldest go: each change tells the whole state of its sandbox.
        var changes = Channel.CreateBounded<ProvisionChange>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers[changes] = 0;
        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            _watchers.TryRemove(changes, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sandbox in _sandboxes.Values)
        {
            await sandbox.StopAsync(TimeSpan.Zero, CancellationToken.None);
            sandbox.Dispose();
        }

        _opening.Dispose();
    }

    private void Tell(Sandbox sandbox)
    {
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(new RuntimeChanged(sandbox.Id, sandbox.Describe()));
        }
    }

    private async ValueTask<Sandbox> GetAsync(RuntimeId id, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return _sandboxes.TryGetValue(id, out var sandbox) ? sandbox : throw new RuntimeException(RuntimeError.NotFound, $"There is no sandbox '{id}'.");
    }

    /// <summary>At the first use: takes the data folder, ends what a gateway before us left, and reads what sandboxes there are.</summary>
    private async ValueTask<SandboxSetup> OpenAsync(CancellationToken cancellationToken)
    {
        if (_setup is { } known)
        {
            return known;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_setup is null)
            {
                var setup = await open(cancellationToken);
                foreach (var record in await setup.Store.LoadAsync(cancellationToken))
                {
                    _sandboxes.TryAdd(new(record.Id), new(setup, record, Tell));
                }

                _setup = setup;
            }

            return _setup;
        }
        finally
        {
            _opening.Release();
        }
    }
}
