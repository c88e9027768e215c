using Microsoft.Extensions.Options;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;
using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Containers.Exec;

/// <summary>One command, one answer.</summary>
internal static class ExecEndpoints
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id}/exec", RunAsync).WithName("ExecInContainer");

    private static async Task<IResult> RunAsync(
        Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, CommandRun run, IOptions<ContainersOptions> options, CancellationToken cancellationToken)
    {
        var call = await RexecBody.ReadAsync(http, RexecJson.Default.ExecCall);
        var spec = call.ToSpec();
        var timeout = call.Timeout(options.Value);
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var result = await run.RunAsync(own.Runtime.Exec.Require(), spec, timeout, cancellationToken);
        return TypedResults.Json(result, RexecJson.Default.ExecResult, statusCode: result.Error is null ? StatusCodes.Status200OK : StatusCodes.Status504GatewayTimeout);
    }
}
