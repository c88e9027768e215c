using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Makes, runs and removes containers. They carry our id, so nothing about them is remembered here.</summary>
internal sealed class DockerProvisioning(EngineLocator engines, ContainerConnector connector, DockerOptions options, ILogger logger) : IProvisioning
{
    private readonly ContainerMaker _maker = new(options);

    public ValueTask ValidateAsync(ProvisionSpec spec, CancellationToken cancellationToken = default)
    {
        ContainerSpecs.Check(spec.Limits);
        return ImageReference.Parse(spec.Image) is not null
            ? default
            : throw new RuntimeException(RuntimeError.InvalidRequest, $"'{spec.Image}' is no reference of an image. Use name, name:tag or registry/name:tag, in lower case.");
    }

    public async ValueTask<ProvisionedRuntime> CreateAsync(ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken = default)
    {
        await ValidateAsync(spec, cancellationToken);
        var engine = await engines.GetAsync(cancellationToken);
        var container = await _maker.MakeAsync(engine, spec, progress, cancellationToken);
        return ContainerStates.Describe(spec.Id, container);
    }

    public async ValueTask<ProvisionedRuntime> StartAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var (engine, container) = await RequireAsync(id, cancellationToken);
        await engine.CallAsync(HttpMethod.Post, $"/containers/{container.Id}/start", TimeSpan.Zero, cancellationToken);
        return await FindAsync(id, cancellationToken) ?? throw Unknown(id);
    }

    public async ValueTask StopAsync(RuntimeId id, TimeSpan grace, CancellationToken cancellationToken = default)
    {
        var (engine, container) = await RequireAsync(id, cancellationToken);
        if (container.State.Paused)
        {
            await ThawAsync(engine, container, cancellationToken);
        }

        var seconds = Math.Max(0, (int)Math.Ceiling(grace.TotalSeconds));
        await engine.CallAsync(
            HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/containers/{container.Id}/stop?t={seconds}"), TimeSpan.FromSeconds(seconds), cancellationToken);
    }

    public async ValueTask PauseAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var (engine, container) = await RequireAsync(id, cancellationToken);
        if (container.State is { Running: false, Paused: false })
        {
            throw new RuntimeException(RuntimeError.WrongState, "The container is stopped: only what runs can be paused.");
        }

        if (!container.State.Paused)
        {
            await engine.CallAsync(HttpMethod.Post, $"/containers/{container.Id}/pause", TimeSpan.Zero, cancellationToken);
        }
    }

    public async ValueTask ResumeAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var (engine, container) = await RequireAsync(id, cancellationToken);
        if (container.State is { Running: false, Paused: false })
        {
            throw new RuntimeException(RuntimeError.WrongState, "The container is stopped: start it instead.");
        }

        if (container.State.Paused)
        {
            await ThawAsync(engine, container, cancellationToken);
        }
    }

    public async ValueTask DeleteAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var engine = await engines.GetAsync(cancellationToken);
        if (await ContainerLookup.FindAsync(engine, options, id, cancellationToken) is not { } container)
        {
            return;
        }

        try
        {
            if (container.State.Paused)
            {
                await ThawAsync(engine, container, cancellationToken);
            }

            await engine.CallAsync(HttpMethod.Delete, $"/containers/{container.Id}?force=true&v=true", TimeSpan.Zero, cancellationToken);
        }
        catch (RuntimeException error) when (error.Error is RuntimeError.NotFound || error.Message.Contains("already in progress", StringComparison.Ordinal))
        {
            // Somebody else was quicker.
        }
    }

    public async ValueTask UpdateLimitsAsync(RuntimeId id, ResourceLimits limits, CancellationToken cancellationToken = default)
    {
        ContainerSpecs.Check(limits);
        var (engine, container) = await RequireAsync(id, cancellationToken);
        var features = await _maker.FeaturesAsync(engine, limits, cancellationToken);
        var identity = await engine.IdentifyAsync(cancellationToken);
        try
        {
            await engine.PostAsync($"/containers/{container.Id}/update", ContainerSpecs.Build(limits, features.ProcessorCount), EngineJson.Default.ContainerUpdate, cancellationToken);
        }
        catch (RuntimeException error) when (error.Error is RuntimeError.NotFound && identity.IsPodman)
        {
            throw new RuntimeException(RuntimeError.NotSupported, "This version of Podman cannot change the limits of a container: make a new one.", error);
        }
    }

    public async ValueTask<ProvisionedRuntime?> FindAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var engine = await engines.GetAsync(cancellationToken);
        return await ContainerLookup.FindAsync(engine, options, id, cancellationToken) is { } container ? ContainerStates.Describe(id, container) : null;
    }

    public async IAsyncEnumerable<ProvisionedRuntime> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var engine = await engines.GetAsync(cancellationToken);
        await foreach (var (id, container) in ContainerLookup.ListAsync(engine, options, cancellationToken))
        {
            yield return ContainerStates.Describe(id, container);
        }
    }

    public async ValueTask<IRuntime> ConnectAsync(RuntimeId id, CancellationToken cancellationToken = default)
    {
        var (engine, container) = await RequireAsync(id, cancellationToken);
        return await connector.ConnectAsync(engine, container, id, cancellationToken);
    }

    public IAsyncEnumerable<ProvisionChange> WatchAsync(CancellationToken cancellationToken = default)
        => new ContainerWatch(engines, options, logger).WatchAsync(cancellationToken);

    private static RuntimeException Unknown(RuntimeId id) => new(RuntimeError.NotFound, $"There is no container of the runtime {id}.");

    private static ValueTask ThawAsync(EngineClient engine, ContainerView container, CancellationToken cancellationToken)
        => engine.CallAsync(HttpMethod.Post, $"/containers/{container.Id}/unpause", TimeSpan.Zero, cancellationToken);

    private async ValueTask<(EngineClient Engine, ContainerView Container)> RequireAsync(RuntimeId id, CancellationToken cancellationToken)
    {
        var engine = await engines.GetAsync(cancellationToken);
        return (engine, await ContainerLookup.FindAsync(engine, options, id, cancellationToken) ?? throw Unknown(id));
    }
}
