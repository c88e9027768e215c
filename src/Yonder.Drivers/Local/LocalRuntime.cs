using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Ports;
using Yonder.Drivers.Local.Processes;
using Yonder.Drivers.Local.Pty;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;
using Yonder.Runtimes.Metrics;
using Yonder.Runtimes.Ports;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Local;

/// <summary>A place on this machine, with everything that it can do.</summary>
internal sealed class LocalRuntime(RuntimeInfo info, IPlace place, Reactor reactor, IMetrics metrics) : IRuntime
{
    public RuntimeInfo Info { get; } = info;

    public IExec Exec { get; } = new LocalExec(place, reactor);

    public ITerminals Terminals { get; } = new LocalTerminals(place, reactor);

    public IFiles Files { get; } = new LocalFiles(place.Root, place.Home);

    public IPorts Ports { get; } = new LocalPorts(place);

    public IMetrics Metrics { get; } = metrics;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
