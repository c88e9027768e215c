using System.Globalization;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The processes of a sandbox where no control group knows them: by their PID namespace, or by the variable that names the sandbox.</summary>
internal sealed class SandboxMembers(string id, int? firstPid)
{
    /// <summary>Sends a signal to all of them.</summary>
    public void Signal(ProcessSignal signal)
    {
        foreach (var pid in Find())
        {
            _ = Libc.Kill(pid, (int)signal);
        }
    }

    /// <summary>Their numbers on the host.</summary>
    public List<int> Find()
    {
        var space = firstPid is { } first ? NamespaceOf(first) : null;
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
                .Where(pid => pid > 0 && (space is null ? IsMarked(pid) : string.Equals(NamespaceOf(pid), space, StringComparison.Ordinal))),
        ];
    }

    private static string? NamespaceOf(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/ns/pid").LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool IsMarked(int pid)
        => SmallFile.TryRead($"/proc/{pid}/environ") is { } text && $"\0{text}".Contains($"\0{SandboxEnvironment.IdVariable}={id}\0", StringComparison.Ordinal);
}
