using System.Collections;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Processes;

/// <summary>The variables that commands start with.</summary>
internal static class LaunchEnvironment
{
    /// <summary>Where programs are looked for when nobody says.</summary>
    public const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    // Our own settings hold keys, and are nobody else's.
    private static readonly string[] OwnPrefixes = ["YONDER_", "ASPNETCORE_", "OPENVIBE_", "LECODER_"];

    /// <summary>The variables of this machine, for a user of it.</summary>
    public static Dictionary<string, string> OfHost(UserAccount account)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (!OwnPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                variables[name] = (string?)variable.Value ?? "";
            }
        }

        variables.TryAdd("PATH", DefaultPath);
        if (account != UserAccount.Current || !variables.ContainsKey("HOME"))
        {
            variables["HOME"] = account.Home;
        }

        variables["USER"] = variables["LOGNAME"] = account.Name;
        variables.TryAdd("SHELL", account.Shell);
        return variables;
    }

    /// <summary>Adds what a launch wants.</summary>
    /// <exception cref="RuntimeException">A name is none.</exception>
    public static void Add(this Dictionary<string, string> variables, IReadOnlyDictionary<string, string> wanted)
    {
        foreach (var (name, value) in wanted)
        {
            if (name.Length is 0 || name.Contains('=', StringComparison.Ordinal))
            {
                throw new RuntimeException(RuntimeError.InvalidRequest, $"'{name}' cannot be the name of a variable.");
            }

            variables[name] = value;
        }
    }
}
