using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Gateway.Features.Containers.Exec;

/// <summary>Understands a command in any form that clients send.</summary>
internal static class ExecRequests
{
    public static ExecSpec ToSpec(this ExecCall call)
    {
        var command = call.Command is { Count: > 0 } named ? named : call.Cmd;
        return command is not { Count: > 0 } || command[0].Length is 0
            ? throw Invalid("command or cmd is required")
            : new ExecSpec
            {
                Command = command.Any(word => word.Contains('\0', StringComparison.Ordinal)) ? throw Invalid("a command holds no NUL") : command,
                WorkingDirectory = string.IsNullOrEmpty(call.Workdir) ? null : RemotePath.Parse(call.Workdir),
                Environment = Variables(call.Env ?? []),
                User = string.IsNullOrEmpty(call.User) ? null : call.User,
            };
    }

    public static TimeSpan Timeout(this ExecCall call, ContainersOptions options) => call.TimeoutSeconds switch
    {
        null or 0 => options.ExecTimeout,
        < 0 or double.NaN => throw Invalid("timeout_seconds must not be negative"),
        { } seconds => TimeSpan.FromSeconds(Math.Min(seconds, options.ExecTimeoutLimit.TotalSeconds)),
    };

    private static Dictionary<string, string> Variables(IReadOnlyList<string> entries)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var equals = entry?.IndexOf('=', StringComparison.Ordinal) ?? -1;
            if (entry is null || equals <= 0 || entry.Contains('\0', StringComparison.Ordinal))
            {
                throw Invalid("env is a list of texts like NAME=value");
            }

            variables[entry[..equals]] = entry[(equals + 1)..];
        }

        return variables;
    }

    private static ProblemException Invalid(string message) => new(new Problem(StatusCodes.Status400BadRequest, "invalid_exec", message));
}
