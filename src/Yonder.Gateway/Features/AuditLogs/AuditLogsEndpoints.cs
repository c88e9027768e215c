using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol;
using Yonder.Protocol.Audit;

namespace Yonder.Gateway.Features.AuditLogs;

internal static class AuditLogsEndpoints
{
    private const int MostEntries = 100;

    public static async Task<JsonHttpResult<IReadOnlyList<AuditEntry>>> ListAsync(
        Caller caller, IAuditLog audit, CancellationToken cancellationToken, int limit = 50, int offset = 0)
    {
        var entries = await audit.ListAsync(caller.UserId, Math.Clamp(limit, 1, MostEntries), Math.Max(offset, 0), cancellationToken);
        return TypedResults.Json(entries, RexecJson.Default.IReadOnlyListAuditEntry);
    }
}
