using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Primitives;

namespace Yonder.Scenes.Files;

/// <summary>The files of one folder, and none outside it: neither by <c>..</c> nor by a link that leads away.</summary>
internal sealed class ContainedFileProvider(string root) : IFileProvider, IDisposable
{
    private readonly string _root = Resolve(Path.GetFullPath(root));
    private readonly PhysicalFileProvider _files = new(Path.GetFullPath(root), ExclusionFilters.Sensitive);

    public IFileInfo GetFileInfo(string subpath) =>
        _files.GetFileInfo(subpath) is { Exists: true, PhysicalPath: { } path } file && IsInside(Resolve(path)) ? file : new NotFoundFileInfo(subpath);

    /// <summary>Folders are not listed.</summary>
    public IDirectoryContents GetDirectoryContents(string subpath) => new FolderWithoutList(_files.GetDirectoryContents(subpath).Exists);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    public void Dispose() => _files.Dispose();

    private bool IsInside(string path) => path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Follows links in every part of the path, as the system does when it opens the file.
    private static string Resolve(string path)
    {
        var resolved = Path.GetPathRoot(path) ?? "/";
        foreach (var part in path[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(resolved, part);
            resolved = File.ResolveLinkTarget(next, returnFinalTarget: true) is { } target ? Resolve(target.FullName) : next;
        }

        return resolved;
    }
}
