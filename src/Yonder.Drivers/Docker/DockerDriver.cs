using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yonder.Drivers.Docker.Provisioning;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker;

/// <summary>Makes and reaches containers of a Docker Engine, or of Podman's compatible service.</summary>
internal sealed class DockerDriver : IRuntimeDriver, IDisposable
{
    private readonly EngineLocator _engines;
    private readonly ContainerConnector _connector;

    public DockerDriver(IOptions<DockerOptions> options, TimeProvider time, ILogger<DockerDriver> logger)
    {
        _engines = new(options, time);
        _connector = new(options.Value, time);
        Provisioning = new DockerProvisioning(_engines, _connector, options.Value, logger);
    }

    public string Scheme => "docker";

    public IProvisioning Provisioning { get; }

    public ValueTask<DriverStatus> CheckAsync(CancellationToken cancellationToken = default) => _engines.CheckAsync(cancellationToken);

    /// <summary>Connects to any container of the engine by its name or id: <c>docker:NAME</c>.</summary>
    public async ValueTask<IRuntime> ConnectAsync(RuntimeTarget target, CancellationToken cancellationToken = default)
    {
        var name = Uri.UnescapeDataString(target.Address.Host.Length > 0 ? target.Address.Host : target.Address.AbsolutePath.Trim('/'));
        if (name.Length is 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The address names no container. Use docker:NAME.");
        }

        var engine = await _engines.GetAsync(cancellationToken);
        var container = await ContainerLookup.InspectAsync(engine, name, cancellationToken)
            ?? throw new RuntimeException(RuntimeError.NotFound, $"The engine has no container '{name}'.");
        return await _connector.ConnectAsync(engine, container, target.Id, cancellationToken);
    }

    public void Dispose() => _engines.Dispose();
}
