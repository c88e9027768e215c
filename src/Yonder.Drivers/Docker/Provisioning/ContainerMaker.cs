using Yonder.Drivers.Docker.Engine;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Makes and starts containers, or leaves nothing behind.</summary>
internal sealed class ContainerMaker(DockerOptions options)
{
    private const string NoWaiting = "The image has neither a sleep nor a sh that works: give it a main command, or take an image with a shell.";

    private static readonly TimeSpan EarlyEnd = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private volatile ContainerFeatures _features = new();

    public async ValueTask<ContainerView> MakeAsync(EngineClient engine, ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken)
    {
        var hasPulled = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var features = await FeaturesAsync(engine, spec.Limits, cancellationToken);
            try
            {
                progress.Report(new(ProvisionStage.Creating, "Creating the container"));
                var id = await CreateAsync(engine, spec, features);
                return await StartAsync(engine, id, spec, progress, cancellationToken);
            }
            catch (RuntimeException error) when (!hasPulled && error.Error is RuntimeError.NotFound && Says(error, "image"))
            {
                await PullAsync(engine, spec, progress, cancellationToken);
                hasPulled = true;
            }
            catch (RuntimeException error) when (features.Init && (Says(error, "docker-init") || Says(error, "container-init") || Says(error, "catatonit")))
            {
                _features = _features with { Init = false };
            }
            catch (RuntimeException error) when (features.DiskLimits && spec.Limits.DiskBytes is not null && (Says(error, "storage-opt") || Says(error, "storage opt") || Says(error, "pquota")))
            {
                _features = _features with { DiskLimits = false };
            }
        }
    }

    /// <summary>What the engine can do; the number of its processors is asked only where it matters.</summary>
    public async ValueTask<ContainerFeatures> FeaturesAsync(EngineClient engine, ResourceLimits limits, CancellationToken cancellationToken)
    {
        if (limits.Cpus is not null && _features.ProcessorCount is null)
        {
            var capacity = await engine.GetAsync("/info", EngineJson.Default.EngineCapacity, cancellationToken);
            _features = _features with { ProcessorCount = capacity.ProcessorCount };
        }

        return _features;
    }

    private static bool Says(Exception error, string words) => error.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static async ValueTask PullAsync(EngineClient engine, ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken)
    {
        var image = ImageReference.Parse(spec.Image) ?? throw new RuntimeException(RuntimeError.ImageNotFound, $"'{spec.Image}' is no reference of an image.");
        await new ImagePuller(engine).PullAsync(image, progress, cancellationToken);
    }

    private async ValueTask<string> CreateAsync(EngineClient engine, ProvisionSpec spec, ContainerFeatures features)
    {
        var name = ContainerLabels.ContainerName(options.Instance, spec.Id.Value);
        try
        {
            // Not cancelled: an engine that was asked makes the container even if nobody listens for the answer, and then it would stay.
            var created = await engine.PostAsync(
                $"/containers/create?name={name}",
                ContainerSpecs.Build(spec, options, features),
                EngineJson.Default.ContainerCreateRequest,
                EngineJson.Default.ContainerCreated,
                CancellationToken.None);
            return created.Id;
        }
        catch (RuntimeException error) when (Says(error, "already in use"))
        {
            throw new RuntimeException(RuntimeError.AlreadyExists, $"There is a container of the runtime {spec.Id} already.", error);
        }
    }

    private async ValueTask<ContainerView> StartAsync(EngineClient engine, string id, ProvisionSpec spec, IProgress<ProvisionProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            progress.Report(new(ProvisionStage.Starting, "Starting the container"));
            await engine.CallAsync(HttpMethod.Post, $"/containers/{id}/start", TimeSpan.Zero, cancellationToken);
            return await CheckRunsAsync(engine, id, spec, cancellationToken);
        }
        catch (Exception error)
        {
            await engine.CallAsync(HttpMethod.Delete, $"/containers/{id}?force=true&v=true", TimeSpan.Zero, CancellationToken.None);
            throw spec.Command is null && Says(error, "executable file not found") && !Says(error, "init") ? new RuntimeException(RuntimeError.InvalidRequest, NoWaiting, error) : error;
        }
    }

    // With an init process a main command that does not exist is no failed start: the container ends a moment later.
    private async ValueTask<ContainerView> CheckRunsAsync(EngineClient engine, string id, ProvisionSpec spec, CancellationToken cancellationToken)
    {
        var container = await InspectAsync(engine, id, cancellationToken);
        if (spec.Command is not null || container.Image is not { } image)
        {
            return container;
        }

        lock (_waiting)
        {
            if (_waiting.Contains(image) && container.State.Running)
            {
                return container;
            }
        }

        using var limit = new CancellationTokenSource(EarlyEnd, engine.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (container.State.Running && !await HasSleepAsync(engine, id, cancellationToken) && !limit.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), engine.Time, cancellationToken);
            container = await InspectAsync(engine, id, cancellationToken);
        }

        if (!container.State.Running)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, container.State.ExitCode is 127 or 126 ? NoWaiting : "The container ended as soon as it was started.");
        }

        lock (_waiting)
        {
            _waiting.Add(image);
        }

        return container;
    }

    private static async ValueTask<bool> HasSleepAsync(EngineClient engine, string id, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await engine.OpenAsync(HttpMethod.Head, $"/containers/{id}/archive?path=/bin/sleep", cancellationToken);
            return true;
        }
        catch (RuntimeException error) when (!error.IsTransient)
        {
            return false;
        }
    }

    private static async ValueTask<ContainerView> InspectAsync(EngineClient engine, string id, CancellationToken cancellationToken)
        => await ContainerLookup.InspectAsync(engine, id, cancellationToken)
            ?? throw new RuntimeException(RuntimeError.Failed, "The container was removed while it was being started.");
}
