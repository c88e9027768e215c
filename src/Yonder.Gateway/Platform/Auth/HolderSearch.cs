using System.Collections.Concurrent;
using System.Globalization;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>
/// Says whether a socket is held by a process beside us or by one in a process namespace of its own: what runs in a sandbox or container
/// that shares this machine's network and user is not the person who started the gateway.
/// </summary>
internal static class HolderSearch
{
    private const int MaxKnown = 32;
    private static readonly string? OurNamespace = NamespaceOf("self");

    // A client opens many connections: those who were found before are asked first.
    private static readonly ConcurrentDictionary<string, byte> Known = new(StringComparer.Ordinal);

    public static bool IsBesideUs(uint inode)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $"socket:[{inode}]");
        foreach (var process in Known.Keys)
        {
            if (Holds(process, wanted))
            {
                return IsOurs(process);
            }
        }

        // Clients are younger than most of what runs here.
        var processes = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsAsciiDigit(name[0])).Select(name => int.Parse(name, CultureInfo.InvariantCulture)).OrderDescending();
        foreach (var process in processes.Select(id => id.ToString(CultureInfo.InvariantCulture)))
        {
            if (Holds(process, wanted))
            {
                return IsOurs(process) && Remember(process);
            }
        }

        return false;
    }

    private static bool IsOurs(string process) => OurNamespace is { } ours && string.Equals(NamespaceOf(process), ours, StringComparison.Ordinal);

    private static bool Remember(string process)
    {
        if (Known.Count >= MaxKnown)
        {
            Known.Clear();
        }

        Known.TryAdd(process, 0);
        return true;
    }

    private static bool Holds(string process, string wanted)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => string.Equals(TargetOf(file), wanted, StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is not ours to look into.
            return false;
        }
    }

    private static string? NamespaceOf(string process) => TargetOf($"/proc/{process}/ns/pid");

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
