namespace Yonder.Drivers.Local.Trees;

/// <summary>Finds where control groups can be made.</summary>
internal static class ControlGroups
{
    private const string Mount = "/sys/fs/cgroup";

    /// <summary>Makes a group below our own in a hierarchy of version 1; <see langword="null"/> where there is none or we may not.</summary>
    public static string? TryMake(string controller, string name)
    {
        if (OwnFolder(controller) is not { } own)
        {
            return null;
        }

        try
        {
            var folder = Path.Combine(own, name);
            Directory.CreateDirectory(folder);

            // In a file system that only looks like the hierarchy, the directory would be empty.
            return File.Exists(Path.Combine(folder, "tasks")) ? folder : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes a group that is empty.</summary>
    public static bool TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception is DirectoryNotFoundException;
        }
    }

    private static string? OwnFolder(string controller)
    {
        // number:controllers:path
        var line = (SmallFile.TryRead("/proc/self/cgroup") ?? "").Split('\n')
            .Select(text => text.Split(':', 3))
            .FirstOrDefault(parts => parts.Length is 3 && parts[1].Split(',').Contains(controller, StringComparer.Ordinal));
        if (line is null)
        {
            return null;
        }

        // In a container the path can be the host's, while only our part is mounted.
        var folder = Path.Combine(Mount, controller, line[2].TrimStart('/'));
        return Directory.Exists(folder) ? folder : Path.Combine(Mount, controller) is var top && Directory.Exists(top) ? top : null;
    }
}
