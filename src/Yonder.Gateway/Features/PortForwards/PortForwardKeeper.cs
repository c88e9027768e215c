using Yonder.Runtimes.Journals;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>Brings forwards back after a restart, and removes those whose container is gone.</summary>
internal sealed class PortForwardKeeper(PortForwardSet forwards, RuntimeRegistry registry, ILogger<PortForwardKeeper> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await forwards.RestoreAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await forwards.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cursor = registry.Events.OpenCursor(registry.Events.End);
        await SweepAsync(stoppingToken);
        while (true)
        {
            var read = await cursor.ReadAsync(stoppingToken);
            if (read.IsEnd)
            {
                return;
            }

            if (read.Gap > 0 || HasRemoval(read))
            {
                await SweepAsync(stoppingToken);
            }

            cursor.Advance(read.Records.Length);
        }
    }

    private static bool HasRemoval(RecordRead<RuntimeEvent> read)
    {
        foreach (var happened in read.Records.Span)
        {
            if (happened.Value is RuntimeRemoved)
            {
                return true;
            }
        }

        return false;
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var forward in forwards.All)
        {
            try
            {
                if (await registry.GetAsync(forward.Record.Runtime, cancellationToken) is null)
                {
                    await forwards.RemoveAsync(forward, cancellationToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next removal sweeps again.
                PortForwardsLog.NotRemoved(logger, forward.Record.Id, failure);
            }
        }
    }
}
