using System.Globalization;
using Yonder.Drivers.Local.Trees;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The control groups (version 1) of a sandbox: limits, freezing, measuring. Empty where they are not writable.</summary>
internal sealed class SandboxGroups : IDisposable
{
    private const int Period = 100_000;
    private static readonly string[] Controllers = ["memory", "pids", "cpu", "cpuacct"];

    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    private SandboxGroups(string? freezer)
    {
        if (freezer is not null)
        {
            Directory.CreateDirectory(freezer);
            _folders["freezer"] = freezer;
        }
    }

    /// <summary>Gets the folder below which the trees of the sandbox's commands are.</summary>
    public string? Freezer => _folders.GetValueOrDefault("freezer");

    /// <summary>Makes the groups.</summary>
    /// <param name="freezer">The folder to freeze by; <see langword="null"/> when no groups shall be used.</param>
    /// <param name="name">What the groups of the other controllers are called.</param>
    public static SandboxGroups Make(string? freezer, string name)
    {
        var groups = new SandboxGroups(freezer);
        foreach (var controller in freezer is null ? [] : Controllers)
        {
            if (ControlGroups.TryMake(controller, name) is { } folder)
            {
                groups._folders[controller] = folder;
            }
        }

        return groups;
    }

    /// <summary>Sets the limits; <see langword="false"/> when not all of them can be.</summary>
    public bool Limit(ResourceLimits limits)
    {
        var memory = limits.MemoryBytes?.ToString(CultureInfo.InvariantCulture) ?? "-1";

        // The sum with swap is never below memory alone: it is set before when rising, after when falling.
        TryWrite("memory", "memory.memsw.limit_in_bytes", memory);
        var set = TryWrite("memory", "memory.limit_in_bytes", memory) || limits.MemoryBytes is null;
        TryWrite("memory", "memory.memsw.limit_in_bytes", memory);
        set &= TryWrite("pids", "pids.max", limits.ProcessCount?.ToString(CultureInfo.InvariantCulture) ?? "max") || limits.ProcessCount is null;
        TryWrite("cpu", "cpu.cfs_period_us", Period.ToString(CultureInfo.InvariantCulture));
        var quota = limits.Cpus is { } cpus ? ((long)(cpus * Period)).ToString(CultureInfo.InvariantCulture) : "-1";
        return (TryWrite("cpu", "cpu.cfs_quota_us", quota) || limits.Cpus is null) && set;
    }

    /// <summary>Moves the calling thread in: what it starts is limited.</summary>
    public void Enter() => Move(folder => folder);

    /// <summary>Moves the calling thread out again.</summary>
    public void Leave() => Move(folder => Path.GetDirectoryName(folder) ?? folder);

    public bool Freeze() => TryWrite("freezer", "freezer.state", "FROZEN");

    public void Thaw() => TryWrite("freezer", "freezer.state", "THAWED");

    /// <summary>A number of a controller; <see langword="null"/> where there is none.</summary>
    public long? Read(string controller, string file)
        => _folders.TryGetValue(controller, out var folder) && SmallFile.TryRead(Path.Combine(folder, file)) is { } text
            && long.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the kernel killed something in here because the memory was used up.</summary>
    public bool RanOutOfMemory()
        => _folders.TryGetValue("memory", out var folder)
            && (SmallFile.TryRead(Path.Combine(folder, "memory.oom_control")) ?? "").Split('\n')
                .Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (var (controller, folder) in _folders)
        {
            if (controller is "freezer" && Directory.Exists(folder))
            {
                foreach (var tree in Directory.EnumerateDirectories(folder))
                {
                    ControlGroups.TryRemove(tree);
                }
            }

            ControlGroups.TryRemove(folder);
        }
    }

    private void Move(Func<string, string> target)
    {
        foreach (var folder in _folders.Values)
        {
            if (!SmallFile.TryWrite(Path.Combine(target(folder), "tasks"), "0"))
            {
                throw new RuntimeException(RuntimeError.WrongState, "The sandbox is being removed.");
            }
        }
    }

    private bool TryWrite(string controller, string file, string text)
        => _folders.TryGetValue(controller, out var folder) && SmallFile.TryWrite(Path.Combine(folder, file), text);
}
