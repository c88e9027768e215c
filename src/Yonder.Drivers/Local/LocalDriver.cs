using Microsoft.Extensions.Options;
using Yonder.Drivers.Local.Metrics;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local;

/// <summary>Runs things on this machine: as it is (<c>local:</c>), or in sandboxes.</summary>
internal sealed class LocalDriver : IRuntimeDriver, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly Reactor _reactor = new();
    private readonly SpawnLane _lane = new();
    private readonly ProcessTrees _trees;
    private readonly HostPlace _host;

    public LocalDriver(IOptions<LocalDriverOptions> options, TimeProvider time)
    {
        _time = time;
        _trees = new(options.Value.DataFolder, options.Value.UsesControlGroups);
        _host = new(_lane, _reactor, _trees);
    }

    public string Scheme => "local";

    public ValueTask<DriverStatus> CheckAsync(CancellationToken cancellationToken = default)
        => new(new DriverStatus(IsAvailable: true, "This machine."));

    public ValueTask<IRuntime> ConnectAsync(RuntimeTarget target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var info = new RuntimeInfo(target.Id, Scheme, _time.GetUtcNow()) { Isolation = "none: this machine itself", Home = _host.Home, Address = "127.0.0.1" };
        return new(new LocalRuntime(info, _host, _reactor, new HostMetrics(_host.Home.ToString(), _time)));
    }

    public ValueTask DisposeAsync()
    {
        _lane.Dispose();
        _trees.Dispose();
        _host.Root.Dispose();
        _reactor.Dispose();
        return ValueTask.CompletedTask;
    }
}
