using Yonder.Gateway.Platform.Hosting;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Where the casts lie.</summary>
internal sealed class CastFolder(DataFolder data)
{
    private const string Extension = ".cast";

    private readonly string _folder = data.FolderOf("recordings");

    public string PathOf(string id) => Path.Combine(_folder, id + Extension);

    /// <summary>Makes the file of a new recording. Every write of it goes to the system at once: nothing is lost when this process dies.</summary>
    public FileStream Create(string id) => File.Open(PathOf(id), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.Read | FileShare.Delete,
        BufferSize = 0,
        Options = FileOptions.Asynchronous,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    public void Delete(string id) => File.Delete(PathOf(id));

    /// <summary>Deletes the files of recordings that are gone, as a deletion that was cut off leaves them.</summary>
    public void DeleteOthers(IReadOnlySet<string> ids)
    {
        foreach (var path in Directory.EnumerateFiles(_folder, $"*{Extension}"))
        {
            if (!ids.Contains(Path.GetFileNameWithoutExtension(path)))
            {
                File.Delete(path);
            }
        }
    }
}
