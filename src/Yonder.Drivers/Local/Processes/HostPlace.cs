using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>This machine itself.</summary>
internal sealed class HostPlace(SpawnLane lane, Reactor reactor, ProcessTrees trees) : IPlace
{
    public RemotePath Home { get; } = RemotePath.Parse(Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? home : UserAccount.Current.Home);

    public RootDirectory Root { get; } = RootDirectory.OfHost();

    public async Task<Launched> LaunchAsync(Launch launch)
    {
        var account = launch.User is { } name ? UserAccount.Find(name) : UserAccount.Current;
        Child? child = null;
        var (tree, mark) = trees.Create(() => child is { Ended.IsCompleted: false } ? child.Pid : null);
        var environment = LaunchEnvironment.OfHost(account);
        environment.Add(launch.Environment);
        environment[MarkTree.Variable] = mark;
        var launcher = new Launcher(Root, environment, launch.User is null ? Home : RemotePath.Parse(account.Home), account.Shell);
        try
        {
            var (pid, master) = account == UserAccount.Current
                ? await lane.RunAsync(() => StartAndLeave(tree, launcher, launch))
                : await lane.RunOnceAsync(() => StartAs(account, tree, launcher, launch));
            child = Child.Adopt(pid, reactor);
            return new(child, tree, master);
        }
        catch
        {
            await tree.KillAsync();
            throw;
        }
    }

    public Task<Socket> MakeSocketAsync(Func<Socket> make) => Task.FromResult(make());

    private static (int Pid, SafeFileHandle? Master) StartAndLeave(IProcessTree tree, Launcher launcher, Launch launch)
    {
        tree.Enter();
        try
        {
            return launcher.Start(launch);
        }
        finally
        {
            tree.Leave();
        }
    }

    private static (int Pid, SafeFileHandle? Master) StartAs(UserAccount account, IProcessTree tree, Launcher launcher, Launch launch)
    {
        tree.Enter();
        account.Become();
        return launcher.Start(launch);
    }
}
