using Microsoft.Extensions.Options;
using Yonder.Drivers.Local.Metrics;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Drivers.Local.Sandboxes;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local;

/// <summary>Runs things on this machine: as it is (<c>local:</c>), or in sandboxes.</summary>
internal sealed class LocalDriver : IRuntimeDriver, IAsyncDisposable
{
    private readonly LocalDriverOptions _options;
    private readonly TimeProvider _time;
    private readonly Reactor _reactor = new();
    private readonly SpawnLane _lane = new();
    private readonly ProcessTrees _trees;
    private readonly HostPlace _host;
    private readonly SandboxStore _store;
    private readonly LocalProvisioning _provisioning;

    public LocalDriver(IOptions<LocalDriverOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _trees = new(_options.DataFolder, _options.UsesControlGroups);
        _host = new(_lane, _reactor, _trees);
        _store = new(_options.DataFolder);
        _provisioning = new(OpenAsync);
    }

    public string Scheme => "local";

    public IProvisioning Provisioning => _provisioning;

    public async ValueTask<DriverStatus> CheckAsync(CancellationToken cancellationToken = default)
    {
        var isolation = await ProbeAsync(cancellationToken);
        var limits = _trees.UsesGroups ? "limits by control groups" : "memory limited per process";
        return new(
            IsAvailable: true,
            $"This machine; sandboxes by {Isolations.Describe(isolation, NetworkMode.Full)}; {limits}.",
            isolation is Isolation.Plain && _options.UsesBubblewrap ? "apt-get install bubblewrap" : null);
    }

    public ValueTask<IRuntime> ConnectAsync(RuntimeTarget target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var info = new RuntimeInfo(target.Id, Scheme, _time.GetUtcNow()) { Isolation = "none: this machine itself", Home = _host.Home, Address = "127.0.0.1" };
        return new(new LocalRuntime(info, _host, _reactor, new HostMetrics(_host.Home.ToString(), _time)));
    }

    public async ValueTask DisposeAsync()
    {
        await _provisioning.DisposeAsync();
        _lane.Dispose();
        _trees.Dispose();
        _host.Root.Dispose();
        _store.Dispose();
        _reactor.Dispose();
    }

    private Task<Isolation> ProbeAsync(CancellationToken cancellationToken)
        => IsolationProbe.RunAsync(new LocalExec(_host, _reactor), _options.UsesBubblewrap, cancellationToken);

    private async Task<SandboxSetup> OpenAsync(CancellationToken cancellationToken)
    {
        _store.Acquire();
        await _trees.ReapAsync();
        return new(await ProbeAsync(cancellationToken), _lane, _reactor, _trees, _host, _store, _options.DataFolder, _time);
    }
}
