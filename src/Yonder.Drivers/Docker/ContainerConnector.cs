using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Drivers.Docker.Execs;
using Yonder.Drivers.Docker.Host;
using Yonder.Drivers.Docker.Provisioning;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker;

/// <summary>Connects to containers that run.</summary>
internal sealed class ContainerConnector(DockerOptions options, TimeProvider time)
{
    private readonly ContainerHomes _homes = new();

    public async ValueTask<IRuntime> ConnectAsync(EngineClient engine, ContainerView container, RuntimeId id, CancellationToken cancellationToken)
    {
        if (container.State is not { Running: true, Paused: false })
        {
            throw new RuntimeException(RuntimeError.WrongState, container.State.Paused ? "The container is paused: resume it first." : "The container is stopped: start it first.");
        }

        var identity = await engine.IdentifyAsync(cancellationToken);
        var host = options.UseHost && engine.Endpoint.SocketPath is not null ? HostContainer.Find(container.Id, container.State.Pid) : null;
        var info = new RuntimeInfo(id, "docker", time.GetUtcNow())
        {
            Isolation = identity.IsPodman ? "Podman container" : "Docker container",
            Home = await _homes.FindAsync(engine, container, cancellationToken),
            Address = ContainerStates.Address(container),
        };
        return new DockerRuntime(new ContainerRef(engine, container.Id, host), info);
    }
}
