using Dapper;
using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol.Audit;

namespace Yonder.Gateway.Platform.Audit;

internal sealed class AuditStore(Database database)
{
    public Task AddAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
        => database.WriteAsync(
            (transaction, token) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO audit_logs (id, user_id, action, ip_address, user_agent, details, created_at)
                VALUES (@Id, @UserId, @Action, @IpAddress, @UserAgent, @Details, @CreatedAt)
                """,
                rows,
                transaction,
                cancellationToken: token)),
            cancellationToken);

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(string userId, int limit, int offset, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<AuditRow>(
            "SELECT * FROM audit_logs WHERE user_id = @userId ORDER BY created_at DESC, id DESC LIMIT @limit OFFSET @offset",
            new { userId, limit, offset },
            cancellationToken);
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>Removes what is older than <paramref name="cutoff"/>, and all but the newest <paramref name="most"/>.</summary>
    public async Task<int> TrimAsync(DateTimeOffset cutoff, int most, CancellationToken cancellationToken)
        => await database.ExecuteAsync("DELETE FROM audit_logs WHERE created_at < @cutoff", new { cutoff = cutoff.ToMicros() }, cancellationToken)
            + await database.ExecuteAsync(
                "DELETE FROM audit_logs WHERE created_at <= (SELECT created_at FROM audit_logs ORDER BY created_at DESC LIMIT 1 OFFSET @most)",
                new { most },
                cancellationToken);
}
