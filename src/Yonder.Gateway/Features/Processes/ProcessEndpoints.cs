using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Containers;
using Yonder.Protocol.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Processes;

internal static class ProcessEndpoints
{
    private static readonly Problem NotASocket = new(StatusCodes.Status426UpgradeRequired, "websocket_required", "This address is a WebSocket.");

    /// <summary>Runs one command for as long as its socket is open. What can be refused before the upgrade is.</summary>
    public static async Task RunAsync(HttpContext context, string container, Caller caller, RuntimeRegistry registry, TimeProvider time)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new ProblemException(NotASocket);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, caller.Revoked);
        var record = await registry.FindAsync(caller.UserId, container, stop.Token)
            ?? throw new ProblemException(new Problem(StatusCodes.Status404NotFound, "container_not_found", "container not found"));
        using var use = registry.Use(record.Id);
        var exec = (await registry.OpenAsync(record.Id, stop.Token)).Exec.Require();

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var wire = new ProcessWire(socket);
        if (await wire.ReceiveRequestAsync(stop.Token) is not { } request || await StartAsync(exec, request, wire, stop.Token) is not { } process)
        {
            return;
        }

        await using (process)
        {
            await new ProcessSession(process, wire, time).RunAsync(stop);
        }
    }

    private static async Task<IProcess?> StartAsync(IExec exec, ExecRequest request, ProcessWire wire, CancellationToken cancellationToken)
    {
        try
        {
            var process = await exec.StartAsync(ProcessMapping.ToSpec(request), cancellationToken);
            await wire.SendAsync(new ProcessFrame(ProcessFrame.Started), cancellationToken);
            return process;
        }
        catch (RuntimeException exception)
        {
            await wire.FailAsync(exception.ToProblem(), cancellationToken);
            return null;
        }
    }
}
