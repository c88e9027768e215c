using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>A sandbox where there is no bubblewrap: processes of the host with a home of their own.</summary>
internal sealed class PlainPlace(SandboxSetup setup, SandboxRecord record, SandboxGroups groups, RemotePath home)
    : SandboxPlace(setup, record, groups, RootDirectory.OfHost(), home, UserAccount.Current)
{
    public override Task<Socket> MakeSocketAsync(Func<Socket> make)
    {
        ThrowIfOver();
        return Task.FromResult(make());
    }

    protected override Task<(int Pid, SafeFileHandle? Master)> StartAsync(Launcher launcher, Launch launch, UserAccount account, Action enter)
    {
        if (Groups.Freezer is null && Limits.MemoryBytes is { } bytes && launch.Command is { } command)
        {
            launch = launch with { Command = ["prlimit", $"--as={bytes}", "--", .. command] };
        }

        return Setup.Lane.RunOnceAsync(() =>
        {
            enter();
            if (account != Account)
            {
                account.Become();
            }

            return launcher.Start(launch);
        });
    }
}
