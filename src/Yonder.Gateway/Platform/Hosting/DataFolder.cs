namespace Yonder.Gateway.Platform.Hosting;

/// <summary>The folder that all state is in. Only its user may look inside, and only one gateway at a time may use it.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Root = path;
        _lock = @lock;
    }

    public string Root { get; }

    /// <summary>Takes the folder, made when missing.</summary>
    /// <exception cref="StartException">Another gateway has it, or it cannot be used.</exception>
    public static DataFolder Open(string path)
    {
        path = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path, OwnerOnly);
            File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {path} cannot be used: {exception.Message}", exception);
        }

        return new DataFolder(path, Lock(path));
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Gets a folder in it, made when missing.</summary>
    public string FolderOf(string name) => Directory.CreateDirectory(PathOf(name), OwnerOnly).FullName;

    public void Dispose() => _lock.Dispose();

    // The lock is the kernel's (flock): it goes when the process does, however that ends. The file stays.
    private static FileStream Lock(string path)
    {
        try
        {
            return File.Open(Path.Combine(path, "lock"), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"Another Yonder is using the data folder {path}. Stop it, or give this one a folder of its own with --data.", exception);
        }
    }
}
