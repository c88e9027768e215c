using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using ExecResult = Yonder.Protocol.Containers.ExecResult;

namespace Yonder.Gateway.Features.Containers.Exec;

/// <summary>The comforts of the shell in a container.</summary>
internal static class ShellEndpoints
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{id}/shell/status", StatusAsync).WithName("GetShellStatus");
        group.MapPost("/{id}/shell/setup", SetUpAsync).WithName("SetUpShell");
    }

    private static async Task<IResult> StatusAsync(Caller caller, string id, OwnRuntimes runtimes, CommandRun run, CancellationToken cancellationToken)
    {
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var lines = (await ScriptAsync(own, run, ShellScripts.Status, cancellationToken)).Stdout.Split('\n');
        var isSetUp = lines is [_, "yes", ..];
        return TypedResults.Json(new ShellStatus(isSetUp, lines[0], isSetUp), RexecJson.Default.ShellStatus);
    }

    private static async Task<IResult> SetUpAsync(Caller caller, string id, OwnRuntimes runtimes, CommandRun run, CancellationToken cancellationToken)
    {
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        var result = await ScriptAsync(own, run, ShellScripts.Setup, cancellationToken);
        var message = result.ExitCode is 0 ? "The shell is set up; new shells have it." : "The shell could not be set up.";
        return TypedResults.Json(new ShellSetup(result.ExitCode is 0, message, result.Output), RexecJson.Default.ShellSetup);
    }

    private static Task<ExecResult> ScriptAsync(OwnRuntime own, CommandRun run, string script, CancellationToken cancellationToken)
        => run.RunAsync(own.Runtime.Exec.Require(), new ExecSpec { Command = ["/bin/sh", "-c", script] }, Limit, cancellationToken);
}
