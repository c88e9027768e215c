namespace Yonder.Runtimes.Keeper;

/// <content>The limits in time.</content>
public sealed partial class InProcessKeeper
{
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.SweepInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await SweepOnceAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The keeper closes.
        }
    }

    private async Task SweepOnceAsync()
    {
        try
        {
            await Task.WhenAll(All().Select(LookAtAsync));
        }
        catch (Exception error)
        {
            _logger.SweepFailed(error);
        }
    }

    private async Task LookAtAsync(Kept kept)
    {
        var info = kept.Info;
        if (info.EndedAt is { } ended)
        {
            if (_time.GetUtcNow() - ended >= _options.EndedRetention && info.Viewers is 0)
            {
                await RemoveAsync(info.Key, CancellationToken.None);
            }
        }
        else if (PassedLimit(kept, info) is { } reason)
        {
            _logger.EndingAtLimit(info.Key, reason);
            await kept.EndAsync(reason);
        }
    }

    private string? PassedLimit(Kept kept, KeptInfo info)
    {
        var idle = kept.Idle.Observe(kept.Traffic);
        return (kept.Spec.IdleLimit, kept.Spec.DetachedLimit, info.DetachedSince) switch
        {
            ({ } limit, _, _) when idle >= limit => $"It was idle for {limit}.",
            (_, { } limit, { } since) when _time.GetUtcNow() - since >= limit => $"Nobody was attached to it for {limit}.",
            _ => null,
        };
    }
}
