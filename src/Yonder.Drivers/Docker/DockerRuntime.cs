using Yonder.Drivers.Docker.Execs;
using Yonder.Drivers.Docker.Metrics;
using Yonder.Drivers.Docker.Ports;
using Yonder.Drivers.Docker.Terminals;
using Yonder.Drivers.Posix;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Files;
using Yonder.Runtimes.Metrics;
using Yonder.Runtimes.Ports;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Docker;

/// <summary>A running container with all that can be done in it.</summary>
internal sealed class DockerRuntime : IRuntime
{
    private readonly OpenWorks _works = new();

    public DockerRuntime(ContainerRef container, RuntimeInfo info)
    {
        Info = info;
        var exec = new DockerExec(container, info, _works);
        Exec = exec;
        Terminals = new DockerTerminals(container, info, _works);
        Files = new PosixFiles(exec, info.Home);
        Ports = new DockerPorts(container, info, exec);
        Metrics = new DockerMetrics(container);
    }

    public RuntimeInfo Info { get; }

    public IExec Exec { get; }

    public ITerminals Terminals { get; }

    public IFiles Files { get; }

    public IPorts Ports { get; }

    public IMetrics Metrics { get; }

    public ValueTask DisposeAsync() => _works.DisposeAsync();
}
