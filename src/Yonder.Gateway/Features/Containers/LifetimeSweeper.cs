using System.Globalization;
using Microsoft.Extensions.Options;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers;

/// <summary>Stops containers that asked to be stopped when idle or old. Stopping keeps their files.</summary>
internal sealed class LifetimeSweeper(RuntimeRegistry registry, IOptions<ContainersOptions> options, TimeProvider time, ILogger<LifetimeSweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var record in await registry.ListAsync(owner: null, stoppingToken))
            {
                if (record.State is RuntimeState.Running && IsOver(record, time.GetUtcNow()))
                {
                    await StopAsync(record, stoppingToken);
                }
            }
        }
    }

    private static bool IsOver(RuntimeRecord record, DateTimeOffset now)
        => (Seconds(record, ContainerAttributes.IdleTimeoutSeconds) is { } idle && now - record.LastUsedAt > idle && now - (record.StartedAt ?? record.CreatedAt) > idle)
            || (Seconds(record, ContainerAttributes.MaxLifetimeSeconds) is { } life && now - (record.StartedAt ?? record.CreatedAt) > life);

    private static TimeSpan? Seconds(RuntimeRecord record, string name)
        => record.Attributes.TryGetValue(name, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private async Task StopAsync(RuntimeRecord record, CancellationToken cancellationToken)
    {
        try
        {
            ContainersLog.LifetimeOver(logger, record.Id);
            await registry.StopAsync(record.Id, cancellationToken);
        }
        catch (RuntimeException failure)
        {
            // Deleted meanwhile, or its engine is away: the next round asks again.
            ContainersLog.LifetimeStopFailed(logger, record.Id, failure);
        }
    }
}
