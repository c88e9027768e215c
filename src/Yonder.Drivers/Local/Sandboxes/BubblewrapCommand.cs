using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The command line of the process that holds a sandbox's namespaces.</summary>
internal static class BubblewrapCommand
{
    /// <summary>Descriptor 3 gets the number of the sandbox's first process, descriptor 4 a line once all is mounted.</summary>
    private const string Ready = "echo >&4; exec 3>&- 4>&- 2> /dev/null; exec \"$@\"";

    /// <summary>Where others' secrets and sockets lie: empty in a sandbox.</summary>
    private static readonly string[] Hidden = ["/root", "/home", "/run", "/var/tmp", "/mnt", "/media"];

    private static readonly string[] Secrets = ["/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/sudoers", "/etc/ssh"];

    public static List<string> Make(SandboxRecord record, string folder, string dataFolder, bool isRoot, RemotePath home)
    {
        List<string> command = ["bwrap", "--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--info-fd", "3"];
        command.AddRange(isRoot ? ["--cap-drop", "ALL", .. Privileges.Kept.SelectMany(kept => (string[])["--cap-add", kept.Name])] : ["--unshare-user", "--uid", "0", "--gid", "0"]);
        if (record.Network is NetworkMode.None)
        {
            command.Add("--unshare-net");
        }

        command.AddRange(["--hostname", HostName(record), "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"]);
        foreach (var hidden in Hidden.Where(Directory.Exists))
        {
            command.AddRange(["--tmpfs", hidden]);
        }

        command.AddRange(["--bind", Path.Combine(folder, "tmp"), "/tmp", "--bind", Path.Combine(folder, "home"), home.ToString()]);
        command.AddRange(Masks(dataFolder, isRoot));
        command.AddRange(["--chdir", record.DirectoryOr(home).ToString(), "--", "sh", "-c", Ready, "sh", .. record.Command ?? ["sleep", "infinity"]]);
        return command;
    }

    private static IEnumerable<string> Masks(string dataFolder, bool isRoot)
    {
        var data = Path.GetFullPath(dataFolder);
        if (!Hidden.Append("/tmp").Any(hidden => data.StartsWith($"{hidden}/", StringComparison.Ordinal)))
        {
            yield return "--tmpfs";
            yield return data;
        }

        // Others than root cannot read the secrets anyway.
        foreach (var secret in Secrets.Where(path => isRoot && Path.Exists(path)))
        {
            string[] mask = Directory.Exists(secret) ? ["--tmpfs", secret] : ["--ro-bind", "/dev/null", secret];
            foreach (var word in mask)
            {
                yield return word;
            }
        }

        // Where names are resolved by a service, its settings lie below /run, which is hidden.
        if (File.ResolveLinkTarget("/etc/resolv.conf", returnFinalTarget: true) is { Exists: true } resolver && resolver.FullName.StartsWith("/run/", StringComparison.Ordinal))
        {
            yield return "--ro-bind";
            yield return resolver.FullName;
            yield return resolver.FullName;
        }
    }

    private static string HostName(SandboxRecord record)
    {
        var name = new string([.. (record.Name ?? record.Id).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').Take(63)]).Trim('-', '.');
        return name.Length is 0 ? "sandbox" : name;
    }
}
