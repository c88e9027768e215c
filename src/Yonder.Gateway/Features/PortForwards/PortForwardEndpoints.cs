using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;
using Yonder.Protocol.PortForwards;
using Yonder.Protocol.Tokens;

namespace Yonder.Gateway.Features.PortForwards;

/// <summary>Make, list and delete forwards.</summary>
internal static class PortForwardEndpoints
{
    private const int LongestName = 128;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/", CreateAsync).WithName("CreatePortForward");
        group.MapGet("/", ListAsync).WithName("ListPortForwards");
        group.MapDelete("/{forwardId}", DeleteAsync).WithName("DeletePortForward");
    }

    private static async Task<IResult> CreateAsync(
        Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, PortForwardSet forwards, IAuditLog audit, CancellationToken cancellationToken)
    {
        var request = await RexecBody.ReadAsync(http, RexecJson.Default.CreatePortForwardRequest);
        Check(request);
        var record = await runtimes.RequireAsync(caller, id, cancellationToken);
        var forward = await forwards.AddAsync(caller, record, request, cancellationToken);
        await audit.RecordAsync(caller, "port_forward_created", $"{record.Name}:{request.ContainerPort} ({forward.Record.Id})", cancellationToken);
        return TypedResults.Json(ToView(forward, http), RexecJson.Default.PortForward, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, PortForwardSet forwards, CancellationToken cancellationToken)
    {
        var record = await runtimes.RequireAsync(caller, id, cancellationToken);
        var views = forwards.Of(record.Id).Select(forward => ToView(forward, http)).ToArray();
        return TypedResults.Json(new PortForwardList(views, views.Length), RexecJson.Default.PortForwardList);
    }

    private static async Task<IResult> DeleteAsync(
        Caller caller, string id, string forwardId, OwnRuntimes runtimes, PortForwardSet forwards, IAuditLog audit, CancellationToken cancellationToken)
    {
        var record = await runtimes.RequireAsync(caller, id, cancellationToken);
        if (forwards.Find(forwardId) is not { } forward || forward.Record.Runtime != record.Id)
        {
            throw new ProblemException(ForwardProblems.NotFound);
        }

        await forwards.RemoveAsync(forward, cancellationToken);
        await audit.RecordAsync(caller, "port_forward_deleted", $"{record.Name}:{forward.Record.ContainerPort} ({forwardId})", cancellationToken);
        return TypedResults.Json(new ResultMessage("port forward deleted"), RexecJson.Default.ResultMessage);
    }

    private static void Check(CreatePortForwardRequest request)
    {
        var problem = request switch
        {
            { ContainerPort: < 1 or > 65535 } => "container_port must be a number from 1 to 65535",
            { LocalPort: < 0 or > 65535 } => "local_port must be a number from 0 to 65535; 0 picks a free one",
            { Name.Length: > LongestName } => $"name is longer than {LongestName} characters",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "invalid_port_forward", problem));
        }
    }

    private static PortForward ToView(LiveForward forward, HttpRequest http)
    {
        var record = forward.Record;
        var place = http.Host.Value;
        return new PortForward
        {
            Id = record.Id,
            Name = record.Name,
            ContainerId = record.Runtime.Value,
            ContainerPort = record.ContainerPort,
            LocalPort = record.LocalPort,
            IsActive = forward.Tunnel is not null,
            Error = forward.Error,
            Public = record.IsPublic,
            CreatedAt = record.CreatedAt,
            WebsocketUrl = $"{(http.IsHttps ? "wss" : "ws")}://{place}/ws/port-forward/{record.Id}",
            ProxyUrl = $"{http.Scheme}://{place}/p/{record.Id}/",
        };
    }
}
