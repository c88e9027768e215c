using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Terminals;
using Yonder.Runtimes;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Terminals;

/// <summary>The refusals of the terminal socket, in the codes that Rexec clients know.</summary>
internal static class TerminalRefusals
{
    public static TerminalRefusedException NotFound { get; } = new(
        StatusCodes.Status404NotFound,
        Refusal("container not found", "container_not_found") with { Hint = "Check the id, or list your containers.", ActionRequired = "none" });

    public static TerminalRefusedException SessionEnded { get; } = new(
        StatusCodes.Status410Gone,
        Refusal("The terminal session has ended; connect without 'since' for a new one.", "session_ended"));

    public static TerminalRefusedException Removed(RuntimeId id) => new(
        StatusCodes.Status410Gone,
        Refusal("container was removed", "container_removed") with { ContainerId = id.Value });

    public static TerminalRefusedException Stopped(RuntimeRecord record) => new(
        StatusCodes.Status400BadRequest,
        Refusal(record.Reason is { } reason ? $"container is not running: {reason}" : "container is not running", "container_stopped") with
        {
            Status = record.State.ToRexec(),
            ContainerId = record.Id.Value,
            Hint = "Start the container first.",
            ActionRequired = "start",
        });

    /// <summary>What a failure to reach the container or to start its shell becomes.</summary>
    public static TerminalRefusedException From(RuntimeException exception)
    {
        var (status, code) = exception.Error switch
        {
            RuntimeError.Unreachable or RuntimeError.TimedOut => (StatusCodes.Status503ServiceUnavailable, "docker_error"),
            RuntimeError.LimitReached => (StatusCodes.Status429TooManyRequests, "limit_reached"),
            RuntimeError.InvalidRequest => (StatusCodes.Status400BadRequest, "invalid_request"),
            RuntimeError.WrongState => (StatusCodes.Status400BadRequest, "container_stopped"),
            _ => RuntimeProblems.Describe(exception.Error),
        };
        return new TerminalRefusedException(status, Refusal(exception.Message, code));
    }

    private static TerminalRefusal Refusal(string message, string code) => new(message, message, code);
}
