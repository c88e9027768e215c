using System.Collections;
using Microsoft.Extensions.FileProviders;

namespace Yonder.Scenes.Files;

/// <summary>A folder that exists, which is all that a default page needs to know.</summary>
internal sealed class FolderWithoutList(bool exists) : IDirectoryContents
{
    public bool Exists { get; } = exists;

    public IEnumerator<IFileInfo> GetEnumerator() => Enumerable.Empty<IFileInfo>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
