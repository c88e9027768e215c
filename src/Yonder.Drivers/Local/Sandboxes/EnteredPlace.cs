using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>A bubblewrap sandbox with a user namespace, which a program of many threads cannot enter itself: nsenter does it for each command.</summary>
internal sealed class EnteredPlace(SandboxSetup setup, SandboxRecord record, SandboxGroups groups, RemotePath home, int firstPid)
    : SandboxPlace(setup, record, groups, RootDirectory.OfProcess(firstPid), home, UserAccount.Current with { Name = "root" })
{
    // The directory is the sandbox's, which nsenter's own option does not know.
    private const string InDirectory = "cd \"$1\" || exit 126; shift; exec \"$@\"";

    public override Task<Socket> MakeSocketAsync(Func<Socket> make)
    {
        ThrowIfOver();
        return Record.Network is not NetworkMode.None
            ? Task.FromResult(make())
            : throw new RuntimeException(RuntimeError.NotSupported, "Ports of a sandbox without network can only be reached when the gateway runs as root.");
    }

    protected override Task<(int Pid, SafeFileHandle? Master)> StartAsync(Launcher launcher, Launch launch, UserAccount account, Action enter)
    {
        if (account != Account)
        {
            throw new RuntimeException(RuntimeError.AccessDenied, $"Only root may run commands as another user ('{launch.User}').");
        }

        var directory = launcher.DirectoryOf(launch);
        RequireDirectory(directory);
        var command = launch.Command ?? [launcher.Shell, "-l"];
        var path = launcher.Environment.GetValueOrDefault("PATH", LaunchEnvironment.DefaultPath);
        var program = ProgramSearch.Find(Root, command[0], path, directory);
        string[] entering =
        [
            .. MemoryLimit(), "nsenter", "-t", firstPid.ToString(CultureInfo.InvariantCulture), "-U", "--preserve-credentials", "-m", "-p", "-i", "-u",
            .. Record.Network is NetworkMode.None ? ["-n"] : Array.Empty<string>(),
            "--", "sh", "-c", InDirectory, "sh", directory.ToString(), program.ToString(), .. command.Skip(1),
        ];
        var outside = launcher with { Root = Setup.Host.Root };
        return Setup.Lane.RunAsync(() => outside.Start(launch with { Command = entering, Directory = RemotePath.Root }));
    }

    private string[] MemoryLimit() => Limits.MemoryBytes is { } bytes ? ["prlimit", $"--as={bytes}", "--"] : [];

    private void RequireDirectory(RemotePath directory)
    {
        using var handle = Root.Open(directory.Bytes, OpenFlags.PathOnly | OpenFlags.Directory);
        if (handle.IsInvalid)
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), directory);
        }
    }
}
