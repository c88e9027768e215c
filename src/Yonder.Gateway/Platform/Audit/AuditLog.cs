using System.Threading.Channels;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol.Audit;

namespace Yonder.Gateway.Platform.Audit;

/// <summary>The audit log in the database. Entries that arrive together are written together: one disk flush for all of them.</summary>
internal sealed class AuditLog(AuditStore store, TimeProvider time) : IAuditLog
{
    private const int Longest = 1000;

    // When it is full, whoever records waits: nothing is dropped.
    private readonly Channel<PendingEntry> _pending = Channel.CreateBounded<PendingEntry>(
        new BoundedChannelOptions(1024) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public ChannelReader<PendingEntry> Pending => _pending.Reader;

    public async Task RecordAsync(Caller caller, string action, string? details, CancellationToken cancellationToken)
    {
        var row = new AuditRow
        {
            Id = Guid.CreateVersion7().ToString(),
            UserId = caller.UserId,
            Action = action,
            IpAddress = caller.Address,
            UserAgent = caller.UserAgent,
            Details = details is { Length: > Longest } ? details[..Longest] : details,
            CreatedAt = time.GetUtcNow().ToMicros(),
        };
        var entry = new PendingEntry(row);
        await _pending.Writer.WriteAsync(entry, cancellationToken);
        await entry.Written.WaitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(string userId, int limit, int offset, CancellationToken cancellationToken)
        => store.ListAsync(userId, limit, offset, cancellationToken);

    /// <summary>Takes no more entries.</summary>
    public void Complete() => _pending.Writer.TryComplete();
}
