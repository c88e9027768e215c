using Yonder.Protocol.Containers;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;

namespace Yonder.Gateway.Features.Processes;

internal static class ProcessMapping
{
    public static ExecSpec ToSpec(ExecRequest request) => new()
    {
        Command = request.Command is { Count: > 0 } command ? command : throw new RuntimeException(RuntimeError.InvalidRequest, "command is required"),
        WorkingDirectory = request.Workdir is { Length: > 0 } directory ? RemotePath.Parse(directory) : null,
        Environment = (request.Env ?? []).ToDictionary(Name, variable => variable[(variable.IndexOf('=', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal),
        User = request.User is { Length: > 0 } user ? user : null,
    };

    private static string Name(string variable)
        => variable.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
            ? variable[..end]
            : throw new RuntimeException(RuntimeError.InvalidRequest, "Each of env is NAME=value.");
}
