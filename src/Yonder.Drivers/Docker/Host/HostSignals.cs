using System.Runtime.InteropServices;
using System.Text;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Docker.Host;

/// <summary>Signals processes of a container straight from this machine.</summary>
internal static partial class HostSignals
{
    /// <summary>Signals the process group that <paramref name="leader"/> leads: engines start every exec as the leader of a session of its own.</summary>
    public static void Group(int leader, ProcessSignal signal) => Send(-leader, (int)signal);

    /// <summary>Signals the foreground process group of the terminal that <paramref name="leader"/> leads.</summary>
    public static void Foreground(int leader, ProcessSignal signal)
    {
        if (HostProcess.Read(leader) is { Foreground: > 0 and var group })
        {
            Send(-group, (int)signal);
        }
    }

    /// <summary>The processes of a tree: the leader's session, what descends from it, and whatever carries its mark.</summary>
    public static IReadOnlyList<int> Tree(HostContainer container, int leader, string mark)
    {
        var variable = Encoding.ASCII.GetBytes(mark);
        var all = container.Processes().Select(HostProcess.Read).OfType<HostProcess>().Where(process => !process.IsZombie).ToList();
        var tree = all.Where(process => process.Id == leader || (leader > 0 && process.Session == leader) || HostProcess.Carries(process.Id, variable))
            .Select(process => process.Id).ToHashSet();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var process in all)
            {
                grown |= tree.Contains(process.Parent) && tree.Add(process.Id);
            }
        }

        return [.. tree];
    }

    /// <summary>Sends a signal; a process that is gone is none to worry about.</summary>
    public static void Send(int pid, int signal) => _ = Kill(pid, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
