using System.Data.Common;

namespace Yonder.Gateway.Platform.Audit;

/// <summary>Writes what the <see cref="AuditLog"/> is given, until it has no more, and keeps the log from growing for ever.</summary>
internal sealed class AuditWriter(AuditLog log, AuditStore store, GatewayOptions options, TimeProvider time, ILogger<AuditWriter> logger)
    : IHostedService, IDisposable
{
    private const int Batch = 200;
    private const int MostEntries = 200_000;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TrimInterval = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _writing = Task.CompletedTask;
    private Task _trimming = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(WriteAsync, CancellationToken.None);
        _trimming = Task.Run(() => TrimAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        log.Complete();
        await _stopping.CancelAsync();

        // With a limit of its own: a request that never ends has used up the host's, and what was recorded is still to be written.
        await Task.WhenAll(_writing, _trimming).WaitAsync(StopLimit, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task WriteAsync()
    {
        var batch = new List<PendingEntry>(Batch);

        // Ends when the log takes no more: what was recorded before that is written.
        while (await log.Pending.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < Batch && log.Pending.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<PendingEntry> batch)
    {
        try
        {
            await store.AddAsync([.. batch.Select(entry => entry.Row)], CancellationToken.None);
            batch.ForEach(entry => entry.Succeed());
        }
        catch (Exception exception)
        {
            // Whoever recorded is told; the next batch may fare better.
            batch.ForEach(entry => entry.Fail(exception));
        }
    }

    private async Task TrimAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TrimInterval, time);
        try
        {
            do
            {
                await TrimOnceAsync(cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    private async Task TrimOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.TrimAsync(time.GetUtcNow() - options.AuditRetention, MostEntries, cancellationToken);
        }
        catch (DbException exception)
        {
            logger.TrimFailed(exception);
        }
    }
}
