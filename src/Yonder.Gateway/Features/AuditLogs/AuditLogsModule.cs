using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.AuditLogs;

/// <summary>What a user did, for that user to read.</summary>
internal static class AuditLogsModule
{
    public static void MapAuditLogs(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/audit-logs", AuditLogsEndpoints.ListAsync).WithRexecErrors().WithName("ListAuditLogs");
}
