using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Terminals;
using Yonder.Protocol;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

internal static class TerminalEndpoints
{
    public static Problem NotASocket { get; } = new(StatusCodes.Status426UpgradeRequired, "websocket_required", "This address is a WebSocket.");

    public static async Task ConnectAsync(HttpContext context, string container, TerminalDoor door, TerminalServer server)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new ProblemException(NotASocket);
        }

        try
        {
            var query = Parse(context.Request.Query);
            var access = await door.AdmitAsync(Caller.TryOf(context), context.Connection.RemoteIpAddress, container, query, context.RequestAborted);
            await server.ServeAsync(context, access, query);
        }
        catch (TerminalRefusedException refused) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = refused.Status;
            await context.Response.WriteAsJsonAsync(refused.Refusal, RexecJson.Default.TerminalRefusal, cancellationToken: context.RequestAborted);
        }
    }

    public static async Task<Results<JsonHttpResult<IReadOnlyList<TerminalView>>, NotFound>> ListAsync(
        Caller caller, string? container, RuntimeRegistry registry, TerminalSessions sessions, CancellationToken cancellationToken)
    {
        RuntimeId? runtime = null;
        if (container is not null)
        {
            var record = await registry.FindAsync(caller.UserId, container, cancellationToken);
            if (record is null)
            {
                return TypedResults.NotFound();
            }

            runtime = record.Id;
        }

        var list = await sessions.ListAsync(caller.UserId, runtime, cancellationToken);
        return TypedResults.Json<IReadOnlyList<TerminalView>>([.. list.Select(TerminalMapping.ToView)], YonderJson.Default.IReadOnlyListTerminalView);
    }

    public static async Task<Results<NoContent, NotFound>> EndAsync(
        Caller caller, string session, string? container, RuntimeRegistry registry, TerminalSessions sessions, CancellationToken cancellationToken)
    {
        var runtime = container is null ? null : await registry.FindAsync(caller.UserId, container, cancellationToken);
        var named = (await sessions.ListAsync(caller.UserId, runtime?.Id, cancellationToken))
            .Where(candidate => string.Equals(candidate.Key.Name, session, StringComparison.Ordinal))
            .ToList();
        if (named.Count > 1)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "Several containers have a terminal of this name: say which with ?container=.");
        }

        if (named.Count is 0 || (container is not null && runtime is null))
        {
            return TypedResults.NotFound();
        }

        await sessions.EndAsync(named[0].Key, cancellationToken);
        return TypedResults.NoContent();
    }

    private static TerminalQuery Parse(IQueryCollection query)
    {
        try
        {
            return TerminalQuery.Parse(query);
        }
        catch (RuntimeException exception)
        {
            throw TerminalRefusals.From(exception);
        }
    }
}
