using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yonder.Drivers.Local.Trees;

/// <summary>Makes the trees of one gateway, and finds those that a gateway before left behind.</summary>
internal sealed class ProcessTrees : IDisposable
{
    private readonly string _place;
    private readonly string _instance = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly string? _folder;
    private long _last;

    /// <summary>Prepares to hold processes.</summary>
    /// <param name="dataFolder">Says whose processes they are: each data folder has one gateway at a time.</param>
    /// <param name="usesGroups">Whether cgroups are used where they are writable.</param>
    public ProcessTrees(string dataFolder, bool usesGroups)
    {
        _place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(dataFolder))))[..16];
        _folder = usesGroups ? ControlGroups.TryMake("freezer", $"yonder-{_place}") : null;
    }

    /// <summary>Gets a value indicating whether cgroups hold the processes, so that none can leave its tree.</summary>
    public bool UsesGroups => _folder is not null;

    /// <summary>Gets the mark of every process that this gateway starts.</summary>
    private string Prefix => $"{_place}.{_instance}.";

    /// <summary>Makes a tree for a command that is about to start.</summary>
    /// <param name="leader">The number of the command's process while it lives.</param>
    /// <param name="folder">The group to be held below, instead of the one for all.</param>
    /// <returns>The tree and its mark, for the command's environment.</returns>
    public (IProcessTree Tree, string Mark) Create(Func<int?> leader, string? folder = null)
    {
        var number = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var mark = $"{Prefix}{number}";
        return ((folder ?? _folder) is { } parent ? new FreezerTree(parent, $"{_instance}-{number}") : new MarkTree(mark, leader), mark);
    }

    /// <summary>The group of a sandbox's trees; <see langword="null"/> where there are none.</summary>
    public string? FolderOf(string sandbox) => _folder is null ? null : Path.Combine(_folder, $"{_instance}-box-{sandbox}");

    /// <summary>The name of a sandbox's groups in the other hierarchies.</summary>
    public string NameOf(string sandbox) => $"yonder-{_place}-box-{sandbox}";

    /// <summary>Kills what a gateway before us on the same data left running. Only for whoever alone uses the data.</summary>
    public async Task ReapAsync()
    {
        await MarkTree.KillMarkedAsync($"{_place}.", Prefix);
        if (_folder is null)
        {
            return;
        }

        foreach (var name in Directory.EnumerateDirectories(_folder).Select(path => Path.GetFileName(path)))
        {
            if (!name.StartsWith(_instance, StringComparison.Ordinal))
            {
                foreach (var below in Directory.EnumerateDirectories(Path.Combine(_folder, name)).Select(path => Path.GetFileName(path)))
                {
                    await new FreezerTree(Path.Combine(_folder, name), below).KillAsync();
                }

                await new FreezerTree(_folder, name).KillAsync();
            }
        }
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            ControlGroups.TryRemove(_folder);
        }
    }
}
