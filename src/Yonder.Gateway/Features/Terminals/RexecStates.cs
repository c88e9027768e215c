using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>A container's state as Rexec clients call it.</summary>
internal static class RexecStates
{
    public static string ToRexec(this RuntimeState state) => state switch
    {
        RuntimeState.Creating => "creating",
        RuntimeState.Configuring => "configuring",
        RuntimeState.Running => "running",
        RuntimeState.Paused => "paused",
        RuntimeState.Failed => "error",
        _ => "stopped",
    };
}
