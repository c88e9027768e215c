using System.Globalization;
using System.Runtime.InteropServices;

namespace Yonder.Drivers.Docker.Host;

/// <summary>A container of an engine on this machine, as the kernel shows it: used where we are root and see its processes.</summary>
internal sealed partial class HostContainer
{
    private readonly string _controlGroup;

    private HostContainer(int pid, string controlGroup)
    {
        Pid = pid;
        _controlGroup = controlGroup;
    }

    /// <summary>Gets the container's main process, by this machine's numbers.</summary>
    public int Pid { get; }

    /// <summary>Looks a container up; <see langword="null"/> when it is not to be seen from here.</summary>
    /// <param name="containerId">The engine's id, which the names of its control groups hold.</param>
    /// <param name="pid">The main process by the engine's numbers: ours only if both share a pid namespace.</param>
    public static HostContainer? Find(string containerId, int pid)
    {
        if (pid <= 0 || !OperatingSystem.IsLinux() || GetEffectiveUser() is not 0)
        {
            return null;
        }

        try
        {
            foreach (var line in File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cgroup")))
            {
                if (line.Contains(containerId, StringComparison.Ordinal) && ControlGroup(line) is { } folder && File.Exists(Path.Combine(folder, "cgroup.procs")))
                {
                    return new(pid, folder);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another machine's number, or a process that has just ended.
        }

        return null;
    }

    /// <summary>All processes of the container, by this machine's numbers.</summary>
    public IEnumerable<int> Processes()
    {
        IEnumerable<string> files;
        try
        {
            files = Directory.GetFiles(_controlGroup, "cgroup.procs", SearchOption.AllDirectories);
        }
        catch (IOException)
        {
            // The container has ended.
            yield break;
        }

        foreach (var file in files)
        {
            foreach (var line in ReadLines(file))
            {
                if (int.TryParse(line, CultureInfo.InvariantCulture, out var pid) && pid > 0)
                {
                    yield return pid;
                }
            }
        }
    }

    private static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    // "4:memory:/docker/ID" (version 1) or "0::/system.slice/docker-ID.scope" (version 2).
    private static string? ControlGroup(string line) => line.Split(':', 3) switch
    {
        ["0", "", var path] => $"/sys/fs/cgroup{path}",
        [_, "pids" or "memory" or "freezer", var path] => $"/sys/fs/cgroup/{line.Split(':')[1]}{path}",
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();
}
