using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Storage;

namespace Yonder.Gateway.Platform.Audit;

internal sealed class AuditLog(Database database, TimeProvider time) : IAuditLog
{
    public Task RecordAsync(Caller caller, string action, string? details, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            """
            INSERT INTO audit_logs (id, user_id, action, ip_address, user_agent, details, created_at)
            VALUES (@Id, @UserId, @action, @Address, @UserAgent, @details, @now)
            """,
            new { Id = Guid.CreateVersion7().ToString(), caller.UserId, action, caller.Address, caller.UserAgent, details, now = time.GetUtcNow().ToMicros() },
            cancellationToken);
}
