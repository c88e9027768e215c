using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Pty;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>Turns a launch into a process, on a thread that is already where the process shall be.</summary>
/// <param name="Root">The root in which the program is looked for.</param>
/// <param name="Environment">All variables.</param>
/// <param name="Home">The directory when none is given.</param>
/// <param name="Shell">The login shell, for when no command is given.</param>
internal sealed record Launcher(RootDirectory Root, Dictionary<string, string> Environment, RemotePath Home, string Shell)
{
    /// <summary>Starts the process.</summary>
    /// <param name="launch">What to start.</param>
    /// <param name="last">Done at the very last: what the thread can do little after.</param>
    public (int Pid, SafeFileHandle? Master) Start(Launch launch, Action? last = null)
    {
        var directory = DirectoryOf(launch);
        Change(directory);
        var command = launch.Command ?? [Shell];
        var program = ProgramSearch.Find(Root, command[0], Environment.GetValueOrDefault("PATH", LaunchEnvironment.DefaultPath), directory);
        var (master, slave) = launch.Terminal is { } size ? PseudoTerminal.Open(size) : default((SafeFileHandle?, RemotePath));
        try
        {
            var plan = PlanOf(launch, command, program, directory) with { Terminal = master is null ? null : slave };
            last?.Invoke();
            return (Spawn.Start(plan), master);
        }
        catch
        {
            master?.Dispose();
            throw;
        }
    }

    /// <summary>The directory that a launch starts in.</summary>
    public RemotePath DirectoryOf(Launch launch) => launch.Directory switch
    {
        null => Home,
        { IsAbsolute: true } absolute => absolute,
        { } relative => Home.Append(relative),
    };

    /// <summary>The plan for a command whose program is known.</summary>
    public SpawnPlan PlanOf(Launch launch, IReadOnlyList<string> command, RemotePath program, RemotePath directory) => new()
    {
        Program = program,
        Arguments = [.. ArgumentsOf(launch, command).Select(NativeStrings.Bytes)],
        Environment = [.. Environment.Select(variable => NativeStrings.Bytes($"{variable.Key}={variable.Value}"))],
        Directory = directory,
        Descriptors = launch.Streams,
    };

    // A shell that is called with a dash before its name is a login shell.
    private static IEnumerable<string> ArgumentsOf(Launch launch, IReadOnlyList<string> command)
        => launch.Command is null ? [$"-{Path.GetFileName(command[0])}"] : command;

    private static void Change(RemotePath directory)
    {
        if (Libc.ChangeDirectory(NativeStrings.Terminated(directory.Bytes)) is 0)
        {
            return;
        }

        throw Marshal.GetLastPInvokeError() switch
        {
            Errno.NotDirectory => new RuntimeException(RuntimeError.NotDirectory, $"The working directory '{directory}' is not a directory."),
            Errno.AccessDenied => new RuntimeException(RuntimeError.AccessDenied, $"The working directory '{directory}' may not be entered."),
            _ => new RuntimeException(RuntimeError.NotFound, $"The working directory '{directory}' does not exist."),
        };
    }
}
