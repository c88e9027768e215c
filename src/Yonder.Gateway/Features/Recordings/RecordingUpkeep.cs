using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Finishes recordings that a killed gateway left behind, and deletes those that are too old.</summary>
internal sealed class RecordingUpkeep(RecordingStore store, CastFolder folder, IOptions<RecordingOptions> options, TimeProvider time, ILogger<RecordingUpkeep> logger)
    : BackgroundService
{
    /// <summary>Before the gateway answers: nobody sees an unfinished recording that nothing records any more.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var left in await store.ListLiveAsync(cancellationToken))
        {
            var facts = await CastMender.MendAsync(folder.PathOf(left.Id), cancellationToken);
            await store.FinishAsync(
                left with
                {
                    State = RecordingRecord.Done,
                    DurationMicros = (long)facts.Duration.TotalMicroseconds,
                    EventsCount = facts.Events,
                    SizeBytes = facts.Size,
                    EndedBy = "the gateway was killed",
                    EndedAt = time.GetUtcNow().ToMicros(),
                },
                cancellationToken);
            logger.RecordingMended(left.Id, facts.Events);
        }

        folder.DeleteOthers(await store.ListIdsAsync(cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Retention is not { } retention)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.RetentionInterval, time);
        do
        {
            try
            {
                await DeleteOldAsync(retention, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.RetentionFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeleteOldAsync(TimeSpan retention, CancellationToken cancellationToken)
    {
        foreach (var old in await store.ListOlderAsync((time.GetUtcNow() - retention).ToMicros(), cancellationToken))
        {
            await store.DeleteAsync(old.Id, cancellationToken);
            folder.Delete(old.Id);
            logger.RecordingExpired(old.Id);
        }
    }
}
