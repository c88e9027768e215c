using System.Reflection;
using System.Runtime.InteropServices;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Client.Scenes;

/// <summary>The event that every client begins with: who it is and where it runs.</summary>
internal static class SceneInit
{
    public static ClientEvent Create(TimeProvider time)
    {
        var zone = time.LocalTimeZone;
        return new ClientEvent("INIT", new SceneMap
        {
            ["client"] = "csharp",
            ["clientVersion"] = Version,
            ["timezone"] = zone.Id,

            // As browsers count it: minutes from local time to UTC, positive in the west.
            ["timezoneOffset"] = -(int)zone.GetUtcOffset(time.GetUtcNow()).TotalMinutes,
            ["dotnetVersion"] = Environment.Version.ToString(),
            ["platform"] = Platform,
            ["platformVersion"] = Environment.OSVersion.Version.ToString(),
            ["machine"] = Machine,
        });
    }

    private static string Version => typeof(SceneInit).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    // The names that the original's clients give, so that a server's filters match both.
    private static string Platform => OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "Darwin" : "Linux";

    private static string Machine => RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => OperatingSystem.IsWindows() ? "AMD64" : "x86_64",
        Architecture.Arm64 => OperatingSystem.IsLinux() ? "aarch64" : "arm64",
        var other => other.ToString(),
    };
}
