using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>Follows an engine's events through its restarts.</summary>
internal sealed class ContainerWatch(EngineLocator engines, DockerOptions options, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastPause = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<ProvisionChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLost = false;
        var pause = FirstPause;
        while (true)
        {
            var (source, status) = await OpenAsync(cancellationToken);
            if (source is not null)
            {
                await using (source)
                {
                    if (isLost)
                    {
                        // What happened meanwhile is told by a new list, not by old events.
                        logger.EngineBack(status.Detail);
                        yield return new EngineChanged(status);
                    }

                    (isLost, pause) = (false, FirstPause);
                    await foreach (var change in FollowAsync(source, cancellationToken))
                    {
                        yield return change;
                    }
                }

                status = new(IsAvailable: false, "The engine has closed the stream of events.");
            }

            if (!isLost)
            {
                isLost = true;
                logger.EngineLost(status.Detail);
                yield return new EngineChanged(status with { IsAvailable = false });
            }

            await Task.Delay(pause, engines.Time, cancellationToken);
            pause = pause * 2 < LastPause ? pause * 2 : LastPause;
        }
    }

    private async ValueTask<(EventSource? Source, DriverStatus Status)> OpenAsync(CancellationToken cancellationToken)
    {
        var status = await engines.CheckAsync(cancellationToken);
        if (!status.IsAvailable)
        {
            return (null, status);
        }

        try
        {
            var engine = await engines.GetAsync(cancellationToken);
            var filters = ContainerLookup.Filters(("type", "container"), ("label", $"{ContainerLabels.Instance}={options.Instance}"));
            var answer = await engine.OpenAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/events?filters={Uri.EscapeDataString(filters)}"), cancellationToken);
            return (new(engine, answer), status);
        }
        catch (RuntimeException error)
        {
            return (null, new(IsAvailable: false, error.Message));
        }
    }

    private async IAsyncEnumerable<ProvisionChange> FollowAsync(EventSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await source.NextAsync(cancellationToken) is { } told)
        {
            if (!IsOfInterest(told) || ContainerLookup.IdOf(told.Actor?.Attributes, options) is not { } id)
            {
                continue;
            }

            ProvisionChange? change;
            try
            {
                var container = await ContainerLookup.FindAsync(source.Engine, options, id, cancellationToken);
                change = new RuntimeChanged(id, container is null ? null : ContainerStates.Describe(id, container));
            }
            catch (RuntimeException)
            {
                // The engine went away between the event and the question: the end of the stream is about to tell.
                continue;
            }

            yield return change;
        }
    }

    // Docker says "die" and "destroy", Podman "died" and "remove".
    private static bool IsOfInterest(EngineEvent told)
        => told.Action is "start" or "die" or "died" or "stop" or "pause" or "unpause" or "destroy" or "remove" or "oom" or "cleanup";
}
