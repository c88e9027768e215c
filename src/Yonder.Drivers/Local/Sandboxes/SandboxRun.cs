using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>A sandbox from one start to its end.</summary>
internal sealed class SandboxRun
{
    private readonly SandboxSetup _setup;
    private readonly RuntimeInfo _info;
    private readonly SandboxGroups _groups;
    private readonly SandboxPlace _place;
    private readonly SandboxMembers _members;
    private readonly Launched? _main;
    private readonly TaskCompletionSource<ExitStatus> _never = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SandboxRun(SandboxSetup setup, SandboxRecord record, SandboxGroups groups, SandboxPlace place, BubblewrapHolder? holder, Launched? main)
    {
        (_setup, _groups, _place, _main, Holder) = (setup, groups, place, main, holder);
        StartedAt = setup.Time.GetUtcNow();
        _members = new(record.Id, holder?.FirstPid);
        _info = new(new(record.Id), "local", StartedAt) { Isolation = Isolations.Describe(setup.Isolation, record.Network), Home = place.Home, Address = "127.0.0.1" };
    }

    public DateTimeOffset StartedAt { get; }

    public BubblewrapHolder? Holder { get; }

    /// <summary>Gets how the main command ended; never when there is none.</summary>
    public Task<ExitStatus> Ended => Holder?.Child.Ended ?? _main?.Child.Ended ?? _never.Task;

    public static async Task<SandboxRun> StartAsync(SandboxSetup setup, SandboxRecord record, CancellationToken cancellationToken)
    {
        var groups = SandboxGroups.Make(setup.Trees.FolderOf(record.Id), setup.Trees.NameOf(record.Id));
        try
        {
            groups.Limit(record.Limits);
            return setup.Isolation is Isolation.Plain
                ? await StartPlainAsync(setup, record, groups)
                : await StartBubblewrapAsync(setup, record, groups, cancellationToken);
        }
        catch
        {
            groups.Dispose();
            throw;
        }
    }

    public LocalRuntime Connect(Func<ResourceLimits> limits)
        => new(_info, _place, _setup.Reactor, new SandboxMetrics(_groups, _members, limits, _setup.Time));

    public void Limit(ResourceLimits limits)
    {
        _place.Limits = limits;
        _groups.Limit(limits);
    }

    public bool RanOutOfMemory() => _groups.RanOutOfMemory();

    public void Pause()
    {
        if (!_groups.Freeze())
        {
            _members.Signal(ProcessSignal.Stop);
        }
    }

    public void Resume()
    {
        if (_groups.Freezer is null)
        {
            _members.Signal(ProcessSignal.Continue);
        }

        _groups.Thaw();
    }

    /// <summary>Ends everything in it.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await _place.Launches.TerminateAsync(grace, _setup.Time);
        _place.Dispose();
        if (Holder is not null)
        {
            Holder.Child.Kill();
            await ((Task)Holder.Child.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else
        {
            _members.Signal(ProcessSignal.Kill);
        }

        await _place.Launches.KillAsync();
        _groups.Dispose();
        _never.TrySetResult(default);
    }

    private static async Task<SandboxRun> StartBubblewrapAsync(SandboxSetup setup, SandboxRecord record, SandboxGroups groups, CancellationToken cancellationToken)
    {
        var home = RemotePath.Parse("/home/user");
        var isRoot = setup.Isolation is Isolation.Bubblewrap;
        var command = BubblewrapCommand.Make(record, setup.Store.FolderOf(new(record.Id)), setup.DataFolder, isRoot, home);
        var environment = SandboxEnvironment.Make(record, home.ToString(), "root");
        var holder = await BubblewrapHolder.StartAsync(setup, command, environment, groups, cancellationToken);
        SandboxPlace place = isRoot
            ? new NamespacePlace(setup, record, groups, home, holder.FirstPid)
            : new EnteredPlace(setup, record, groups, home, holder.FirstPid);
        return new(setup, record, groups, place, holder, main: null);
    }

    private static async Task<SandboxRun> StartPlainAsync(SandboxSetup setup, SandboxRecord record, SandboxGroups groups)
    {
        var home = RemotePath.Parse(Path.Combine(setup.Store.FolderOf(new(record.Id)), "home"));
        var place = new PlainPlace(setup, record, groups, home);
        using var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var main = record.Command is { } command
            ? await place.LaunchAsync(Launch.Of(new ExecSpec { Command = command }) with { Streams = [nothing, nothing, nothing] })
            : null;
        return new(setup, record, groups, place, holder: null, main);
    }
}
