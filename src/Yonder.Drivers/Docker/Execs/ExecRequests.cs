using Yonder.Drivers.Docker.Engine.Models;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Execs;

/// <summary>Turns a wish for a process into the engine's.</summary>
internal static class ExecRequests
{
    /// <summary>Where to run; <see langword="null"/> leaves it to the engine, as for another user who may not enter the home of this one.</summary>
    public static RemotePath? DirectoryOf(RemotePath? asked, string? user, RuntimeInfo info)
        => asked is { } directory ? directory.IsAbsolute ? directory : info.Home.Append(directory)
            : user is null ? info.Home
            : null;

    public static ExecCreateRequest Build(
        IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, RemotePath? workingDirectory, string? user, string mark)
    {
        if (command is [] || command[0].Length is 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The command is empty: name a program.");
        }

        if (command.Any(Holds0) || environment.Any(pair => Holds0(pair.Key) || Holds0(pair.Value) || pair.Key.Length is 0 || pair.Key.Contains('=', StringComparison.Ordinal)))
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "An argument or variable holds a NUL character, or a variable's name is empty or holds '='.");
        }

        return new()
        {
            Cmd = command,
            Env = [.. environment.Select(pair => $"{pair.Key}={pair.Value}"), mark],
            WorkingDir = workingDirectory?.ToString(),
            User = user,
        };
    }

    private static bool Holds0(string text) => text.Contains('\0', StringComparison.Ordinal);
}
