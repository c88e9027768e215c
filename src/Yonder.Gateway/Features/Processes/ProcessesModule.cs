using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Processes;

/// <summary>Commands with their streams open: <c>exec</c> for input, long or binary output, and commands without an end of their own.</summary>
internal static class ProcessesModule
{
    public static void MapProcesses(this IEndpointRouteBuilder routes)
        => routes.MapGet("/ws/exec/{container}", ProcessEndpoints.RunAsync).WithRexecErrors().WithName("RunProcess");
}
