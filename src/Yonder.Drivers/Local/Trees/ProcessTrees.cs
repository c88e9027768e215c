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
    /// <returns>The tree and its mark, for the command's environment.</returns>
    public (IProcessTree Tree, string Mark) Create(Func<int?> leader)
    {
        var number = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var mark = $"{Prefix}{number}";
        return (_folder is null ? new MarkTree(mark, leader) : new FreezerTree(_folder, $"{_instance}-{number}"), mark);
    }

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
