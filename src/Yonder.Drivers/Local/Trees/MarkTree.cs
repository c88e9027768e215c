using System.Diagnostics;
using System.Globalization;

namespace Yonder.Drivers.Local.Trees;

/// <summary>A tree found by a mark in the environment of its processes, where there is no cgroup to hold them.</summary>
/// <remarks>What clears its environment and leaves its session as well is not found: only a cgroup or a sandbox holds that.</remarks>
internal sealed class MarkTree(string mark, Func<int?> leader) : IProcessTree
{
    /// <summary>The variable that carries the mark.</summary>
    public const string Variable = "YONDER_MARK";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Who does not die by then hangs in the kernel.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public void Enter()
    {
    }

    public void Leave()
    {
    }

    public async Task KillAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (KillOnce() && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Kills every process on this machine whose mark starts so, and which <paramref name="spared"/> does not name.</summary>
    public static async Task KillMarkedAsync(string prefix, string spared)
    {
        bool IsMeant(int pid) => Holds(pid, prefix) && !Holds(pid, spared);
        var since = Stopwatch.GetTimestamp();
        while (Pids().Where(IsMeant).ToArray() is { Length: > 0 } pids && Stopwatch.GetElapsedTime(since) < Patience)
        {
            foreach (var pid in pids)
            {
                ProcessSignals.KillIf(pid, IsMeant);
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static IEnumerable<int> Pids()
        => Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && pid != Environment.ProcessId);

    private static bool Holds(int pid, string mark)
        => SmallFile.TryRead($"/proc/{pid}/environ") is { } text && text.Contains($"{Variable}={mark}", StringComparison.Ordinal);

    private bool KillOnce()
    {
        var found = false;
        foreach (var pid in Pids())
        {
            if (IsMember(pid))
            {
                found = true;
                ProcessSignals.KillIf(pid, IsMember);
            }
        }

        return found;
    }

    private bool IsMember(int pid)
    {
        // Fields after the name, which may hold anything: state, parent, group, session.
        if (SmallFile.TryRead($"/proc/{pid}/stat") is not { } stat)
        {
            return false;
        }

        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        if (fields[0] is "Z" or "X")
        {
            return false;
        }

        return (leader() is { } session && string.Equals(fields[3], session.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            || Holds(pid, $"{mark}\0");
    }
}
