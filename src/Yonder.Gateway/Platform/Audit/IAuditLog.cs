using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol.Audit;

namespace Yonder.Gateway.Platform.Audit;

/// <summary>Who did what: kept for the user it concerns, for a bounded time.</summary>
internal interface IAuditLog
{
    /// <summary>Records that <paramref name="caller"/> did <paramref name="action"/>; it is kept once the task completes.</summary>
    /// <param name="caller">Who did it.</param>
    /// <param name="action">A stable name such as <c>container_created</c>.</param>
    /// <param name="details">What it was done to: names and ids, never secrets.</param>
    /// <param name="cancellationToken">Gives up waiting; the entry may be kept all the same.</param>
    Task RecordAsync(Caller caller, string action, string? details, CancellationToken cancellationToken);

    /// <summary>Lists what a user did, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ListAsync(string userId, int limit, int offset, CancellationToken cancellationToken);
}
