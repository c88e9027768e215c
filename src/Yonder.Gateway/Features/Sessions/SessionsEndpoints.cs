using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Profile;

namespace Yonder.Gateway.Features.Sessions;

internal static class SessionsEndpoints
{
    private static readonly Problem NotFound = new(StatusCodes.Status404NotFound, "session.not_found", "session not found");

    public static async Task<JsonHttpResult<SessionList>> ListAsync(Caller caller, TokenService tokens, CancellationToken cancellationToken)
    {
        var sessions = await tokens.ListAsync(caller.UserId, TokenKind.Session, cancellationToken);
        return TypedResults.Json(new SessionList([.. sessions.Select(session => ToView(session, caller))]), RexecJson.Default.SessionList);
    }

    public static async Task<JsonHttpResult<RevokedSessions>> RevokeAsync(
        string id, Caller caller, TokenService tokens, IAuditLog audit, CancellationToken cancellationToken)
    {
        if (!await tokens.RevokeAsync(caller.UserId, TokenKind.Session, id, cancellationToken))
        {
            throw new ProblemException(NotFound);
        }

        await audit.RecordAsync(caller, "session_revoked", id, cancellationToken);
        return TypedResults.Json(new RevokedSessions(Revoked: true, 1), RexecJson.Default.RevokedSessions);
    }

    public static async Task<JsonHttpResult<RevokedSessions>> RevokeOthersAsync(
        Caller caller, TokenService tokens, IAuditLog audit, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var session in await tokens.ListAsync(caller.UserId, TokenKind.Session, cancellationToken))
        {
            if (!IsCurrent(session, caller) && await tokens.RevokeAsync(caller.UserId, TokenKind.Session, session.Id, cancellationToken))
            {
                count++;
            }
        }

        await audit.RecordAsync(caller, "sessions_revoked", $"{count} others", cancellationToken);
        return TypedResults.Json(new RevokedSessions(Revoked: true, count), RexecJson.Default.RevokedSessions);
    }

    private static SessionView ToView(TokenRecord session, Caller caller) => new()
    {
        Id = session.Id,
        IpAddress = session.Address,
        UserAgent = session.UserAgent,
        CreatedAt = session.CreatedAt,
        LastSeenAt = session.LastUsedAt,
        ExpiresAt = session.ExpiresAt,
        IsCurrent = IsCurrent(session, caller),
    };

    private static bool IsCurrent(TokenRecord session, Caller caller) => string.Equals(session.Id, caller.TokenId, StringComparison.Ordinal);
}
