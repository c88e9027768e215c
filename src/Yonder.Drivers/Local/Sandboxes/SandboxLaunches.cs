using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Polling;
using Yonder.Drivers.Local.Processes;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The commands that run in a sandbox.</summary>
internal sealed class SandboxLaunches(ProcessTrees trees)
{
    private readonly ConcurrentDictionary<Launched, byte> _running = new();

    /// <summary>Starts a command and keeps it until it has ended.</summary>
    /// <param name="freezer">The group below which its own is made.</param>
    /// <param name="environment">Gets the command's mark.</param>
    /// <param name="reactor">Watches the process.</param>
    /// <param name="start">Starts the process, told the tree that it belongs to.</param>
    public async Task<Launched> StartAsync(
        string? freezer, Dictionary<string, string> environment, Reactor reactor, Func<IProcessTree, Task<(int Pid, SafeFileHandle? Master)>> start)
    {
        foreach (var ended in _running.Keys.Where(launched => launched.Child.Ended.IsCompleted))
        {
            _running.TryRemove(ended, out _);
        }

        Child? child = null;
        var (tree, mark) = trees.Create(() => child is { Ended.IsCompleted: false } ? child.Pid : null, freezer);
        environment[MarkTree.Variable] = mark;
        try
        {
            var (pid, master) = await start(tree);
            child = Child.Adopt(pid, reactor);
            var launched = new Launched(child, tree, master);
            _running[launched] = 0;
            return launched;
        }
        catch
        {
            await tree.KillAsync();
            throw;
        }
    }

    /// <summary>Asks all commands to end, and waits for that, but no longer than <paramref name="grace"/>.</summary>
    public async Task TerminateAsync(TimeSpan grace, TimeProvider time)
    {
        var running = _running.Keys.Where(launched => !launched.Child.Ended.IsCompleted).ToArray();
        foreach (var launched in running)
        {
            launched.Child.SignalGroup(ProcessSignal.Terminate);
        }

        if (running.Length > 0 && grace > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.WhenAll(running.Select(launched => launched.Child.Ended)), Task.Delay(grace, time));
        }
    }

    /// <summary>Kills all commands with all that they started.</summary>
    public async Task KillAsync()
    {
        foreach (var launched in _running.Keys)
        {
            launched.Child.Kill();
            await launched.Tree.KillAsync();
            _running.TryRemove(launched, out _);
        }
    }
}
