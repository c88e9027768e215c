namespace Yonder.Gateway.Tests.Cli;

/// <summary>A directory with the names, modes and links that copies get wrong.</summary>
internal sealed class TestTree : IDisposable
{
    private TestTree(string root) => Root = root;

    public string Root { get; }

    public string Source => Path.Combine(Root, "source");

    public static TestTree Create()
    {
        var tree = new TestTree(Directory.CreateTempSubdirectory("yonder-tree-").FullName);
        Directory.CreateDirectory(Path.Combine(tree.Source, "deep", "er", "still"));
        Directory.CreateDirectory(Path.Combine(tree.Source, "empty"));
        foreach (var name in (string[])["plain.txt", "with space", "quote'\"`$(x)", "new\nline", "-rf", "ünïcødé", "deep/er/still/file", "percent%20&?#+"])
        {
            File.WriteAllText(Path.Combine(tree.Source, name), name is "plain.txt" ? "plain" : name);
        }

        for (var number = 0; number < 40; number++)
        {
            File.WriteAllBytes(Path.Combine(tree.Source, "deep", $"n{number}"), new byte[number * 1000]);
        }

        File.SetUnixFileMode(Path.Combine(tree.Source, "plain.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(Path.Combine(tree.Source, "link"), "deep/er");
        File.CreateSymbolicLink(Path.Combine(tree.Source, "dangling"), "no/where");
        return tree;
    }

    /// <summary>Everything about a tree that a copy keeps, as text.</summary>
    public static string Describe(string root) => string.Join('\n', Entries(new DirectoryInfo(root), "").Order(StringComparer.Ordinal));

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static IEnumerable<string> Entries(DirectoryInfo directory, string prefix)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            var name = prefix + entry.Name;
            if (entry.LinkTarget is { } target)
            {
                yield return $"{name} -> {target}";
            }
            else if (entry is DirectoryInfo below)
            {
                yield return name + "/";
                foreach (var inner in Entries(below, name + "/"))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return $"{name} {entry.UnixFileMode} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(entry.FullName)))}";
            }
        }
    }
}
