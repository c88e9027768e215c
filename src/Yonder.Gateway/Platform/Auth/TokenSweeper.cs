namespace Yonder.Gateway.Platform.Auth;

/// <summary>Looks after the tokens in use, every half minute and once more at the end.</summary>
internal sealed class TokenSweeper(LiveTokens tokens, TimeProvider time, ILogger<TokenSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // A request that never ends has used up the host's limit: one short write of the database is still made.
        await SweepAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SweepAsync(stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tokens.SweepAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or TimeoutException)
        {
            // A database that is away for a moment must not end the gateway; the next round makes up for this one.
            logger.SweepFailed(exception);
        }
    }
}
