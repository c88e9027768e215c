using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>A running sandbox. Its kinds differ in how a process gets in.</summary>
internal abstract class SandboxPlace(SandboxSetup setup, SandboxRecord record, SandboxGroups groups, RootDirectory root, RemotePath home, UserAccount account)
    : IPlace, IDisposable
{
    private volatile bool _isOver;

    public RemotePath Home { get; } = home;

    public RootDirectory Root { get; } = root;

    public SandboxLaunches Launches { get; } = new(setup.Trees);

    /// <summary>Gets or sets the limits of what is started from now on.</summary>
    public ResourceLimits Limits { get; set; } = record.Limits;

    protected SandboxSetup Setup { get; } = setup;

    protected SandboxRecord Record { get; } = record;

    protected SandboxGroups Groups { get; } = groups;

    /// <summary>Gets whom its processes run as unless somebody is named.</summary>
    protected UserAccount Account { get; } = account;

    public async Task<Launched> LaunchAsync(Launch launch)
    {
        ThrowIfOver();
        launch = launch with { User = launch.User ?? Record.User, Directory = launch.Directory ?? Record.DirectoryOr(Home) };
        var user = launch.User is { } name ? UserAccount.Find(name) : Account;
        var environment = SandboxEnvironment.Make(Record, Home.ToString(), user.Name);
        environment.Add(launch.Environment);
        var launcher = new Launcher(Root, environment, Home, environment["SHELL"]);
        return await Launches.StartAsync(Groups.Freezer, environment, Setup.Reactor, tree => StartAsync(launcher, launch, user, () =>
        {
            Groups.Enter();
            tree.Enter();
        }));
    }

    public abstract Task<Socket> MakeSocketAsync(Func<Socket> make);

    /// <summary>Lets nothing in any more.</summary>
    public void Dispose()
    {
        _isOver = true;
        Root.Dispose();
        Release();
    }

    /// <summary>Starts a process inside.</summary>
    /// <param name="launcher">Knows variables and the program.</param>
    /// <param name="launch">What to start.</param>
    /// <param name="account">Who shall run it.</param>
    /// <param name="enter">Puts the calling thread, which must be one that ends, into the control groups.</param>
    protected abstract Task<(int Pid, SafeFileHandle? Master)> StartAsync(Launcher launcher, Launch launch, UserAccount account, Action enter);

    protected virtual void Release()
    {
    }

    protected void ThrowIfOver()
    {
        if (_isOver)
        {
            throw new RuntimeException(RuntimeError.WrongState, "The sandbox does not run: start it.");
        }
    }
}
