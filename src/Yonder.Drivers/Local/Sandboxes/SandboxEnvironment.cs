using Yonder.Drivers.Local.Processes;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The variables that everything in a sandbox sees: nothing of the gateway's own.</summary>
internal static class SandboxEnvironment
{
    /// <summary>The variable that names the sandbox of a process.</summary>
    public const string IdVariable = "YONDER_SANDBOX";

    public static Dictionary<string, string> Make(SandboxRecord record, string home, string user)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = LaunchEnvironment.DefaultPath,
            ["HOME"] = home,
            ["USER"] = user,
            ["LOGNAME"] = user,
            ["SHELL"] = File.Exists("/bin/bash") ? "/bin/bash" : "/bin/sh",
            ["LANG"] = "C.UTF-8",
        };
        variables.Add(record.Environment);
        variables[IdVariable] = record.Id;
        return variables;
    }
}
