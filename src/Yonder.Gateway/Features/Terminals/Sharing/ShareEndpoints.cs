using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;
using Yonder.Protocol.Sharing;

namespace Yonder.Gateway.Features.Terminals.Sharing;

internal static class ShareEndpoints
{
    public static async Task<JsonHttpResult<Share>> StartAsync(HttpContext context, Caller caller, ShareStarter starter, IAuditLog audit, CancellationToken cancellationToken)
    {
        var request = await context.Request.ReadFromJsonAsync(RexecJson.Default.ShareRequest, cancellationToken) ?? throw new ProblemException(ShareProblems.NoContainer);
        var room = await starter.StartAsync(caller, request, cancellationToken);
        await audit.RecordAsync(caller, "terminal_shared", $"container {room.Share.RuntimeName}, {room.Share.Mode}", cancellationToken);
        return TypedResults.Json(room.ToView(), RexecJson.Default.Share);
    }

    public static async Task<JsonHttpResult<JoinedShare>> JoinAsync(HttpContext context, string code, ShareGuests guests, CancellationToken cancellationToken)
    {
        var guest = await guests.JoinAsync(Caller.TryOf(context), context.Connection.RemoteIpAddress, code, cancellationToken);
        return TypedResults.Json(guest.ToJoined(), RexecJson.Default.JoinedShare);
    }

    public static async Task<JsonHttpResult<ShareList>> ListAsync(Caller caller, Shares shares, CancellationToken cancellationToken)
        => TypedResults.Json(new ShareList([.. (await shares.ListOwnAsync(caller, cancellationToken)).Select(ShareMapping.ToView)]), RexecJson.Default.ShareList);

    public static async Task<JsonHttpResult<Share>> GetAsync(Caller caller, string id, Shares shares, CancellationToken cancellationToken)
        => TypedResults.Json((await RequireOwnAsync(caller, id, shares, cancellationToken)).ToView(), RexecJson.Default.Share);

    public static async Task<NoContent> EndAsync(Caller caller, string id, Shares shares, IAuditLog audit, CancellationToken cancellationToken)
    {
        var room = await RequireOwnAsync(caller, id, shares, cancellationToken);
        await shares.EndAsync(room, cancellationToken);
        await audit.RecordAsync(caller, "terminal_sharing_ended", $"container {room.Share.RuntimeName}", cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Makes an invitation to pass on: there is no mail from here.</summary>
    public static async Task<JsonHttpResult<InviteResult>> InviteAsync(HttpContext context, Caller caller, string id, Shares shares, CancellationToken cancellationToken)
    {
        var room = await RequireOwnAsync(caller, id, shares, cancellationToken);
        var request = await context.Request.ReadFromJsonAsync(RexecJson.Default.InviteRequest, cancellationToken);
        return TypedResults.Json(
            new InviteResult("Send them this link: the gateway sends no mail.", request?.Email, room.Share.Code, room.Share.ToUrl()), RexecJson.Default.InviteResult);
    }

    public static async Task ConnectAsync(HttpContext context, string code, ShareGuests guests, PresenceServer presence)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new ProblemException(TerminalEndpoints.NotASocket);
        }

        var guest = await guests.JoinAsync(Caller.TryOf(context), context.Connection.RemoteIpAddress, code, context.RequestAborted);
        await presence.ServeAsync(context, guest);
    }

    private static async Task<ShareRoom> RequireOwnAsync(Caller caller, string id, Shares shares, CancellationToken cancellationToken)
        => await shares.FindOwnAsync(caller, id, cancellationToken) ?? throw new ProblemException(ShareProblems.NotFound);
}
