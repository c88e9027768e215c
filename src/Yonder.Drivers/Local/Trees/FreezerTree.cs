using System.Diagnostics;
using System.Globalization;

namespace Yonder.Drivers.Local.Trees;

/// <summary>A tree held by a cgroup of its own (version 1, freezer): nothing that the command starts can leave it.</summary>
internal sealed class FreezerTree : IProcessTree
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Who does not die by then hangs in the kernel, or in a sandbox that is paused and killed as a whole.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _parent;
    private readonly string _folder;
    private readonly string _name;

    public FreezerTree(string parent, string name)
    {
        _parent = parent;
        _name = name;
        _folder = Path.Combine(parent, name);
        Directory.CreateDirectory(_folder);
    }

    public void Enter()
    {
        // 0 is the thread that writes: this one alone moves, and what it starts is born inside.
        if (!SmallFile.TryWrite(Path.Combine(_folder, "tasks"), "0"))
        {
            throw new IOException("The control group cannot be entered.");
        }
    }

    public void Leave()
    {
        if (!SmallFile.TryWrite(Path.Combine(_parent, "tasks"), "0"))
        {
            throw new IOException("The control group cannot be left.");
        }
    }

    public async Task KillAsync()
    {
        var state = Path.Combine(_folder, "freezer.state");
        var since = Stopwatch.GetTimestamp();
        while (Members() is { Length: > 0 } members && Stopwatch.GetElapsedTime(since) < Patience)
        {
            // While the processes are frozen they cannot fork away from the loop; they die when they thaw.
            SmallFile.TryWrite(state, "FROZEN");
            foreach (var pid in members)
            {
                ProcessSignals.KillIf(pid, IsMember);
            }

            SmallFile.TryWrite(state, "THAWED");
            await Task.Delay(Pause, TimeProvider.System);
        }

        Remove();
    }

    private int[] Members()
        => SmallFile.TryRead(Path.Combine(_folder, "cgroup.procs")) is { } text
            ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Where(pid => pid > 0)]
            : [];

    private bool IsMember(int pid)
        => SmallFile.TryRead($"/proc/{pid}/cgroup") is { } text && text.Contains($"/{_name}\n", StringComparison.Ordinal);

    private void Remove()
    {
        try
        {
            Directory.Delete(_folder);
        }
        catch (IOException)
        {
            // A process of it is still on its way out; the folder is removed with the next start's leftovers.
        }
    }
}
