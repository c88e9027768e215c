using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>The folder of all sandboxes: for each one a folder with its record, its home and its <c>/tmp</c>.</summary>
internal sealed class SandboxStore : IDisposable
{
    private const int LockExclusiveNow = 6;
    private const string RecordName = "sandbox.json";

    private readonly string _folder;
    private readonly RootDirectory _root = RootDirectory.OfHost();
    private readonly LocalFiles _files;
    private SafeFileHandle? _lock;

    public SandboxStore(string dataFolder)
    {
        _folder = Path.Combine(Path.GetFullPath(dataFolder), "local");
        _files = new(_root, RemotePath.Root);
    }

    /// <summary>Takes the folder for this process alone.</summary>
    /// <exception cref="RuntimeException">Another gateway has it.</exception>
    public void Acquire()
    {
        Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // Not File.OpenHandle, which locks by itself and reports a lock of others as a failure to open.
        var path = NativeStrings.Terminated(RemotePath.Parse(Path.Combine(_folder, "lock")).Bytes);
        _lock = Descriptors.Own(Libc.Open(path, OpenFlags.ReadWrite | OpenFlags.Create | OpenFlags.CloseOnExec, 0x180), "open");
        if (Libc.Flock(_lock, LockExclusiveNow) is not 0)
        {
            _lock.Dispose();
            throw new RuntimeException(RuntimeError.WrongState, "Another gateway uses this data folder: end it, or give this one a folder of its own.");
        }
    }

    /// <summary>The folder of a sandbox. Its name is never one of the file system's own, as an id may be.</summary>
    public string FolderOf(RuntimeId id) => Path.Combine(_folder, $"box-{id}");

    /// <summary>Reads all records. A folder without one is what a creation left that was cut off: it is removed.</summary>
    public async Task<IReadOnlyList<SandboxRecord>> LoadAsync(CancellationToken cancellationToken)
    {
        var records = new List<SandboxRecord>();
        foreach (var folder in Directory.EnumerateDirectories(_folder, "box-*"))
        {
            var file = Path.Combine(folder, RecordName);
            if (!File.Exists(file))
            {
                await _files.DeleteAsync(RemotePath.Parse(folder), recursive: true, cancellationToken);
                continue;
            }

            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            records.Add(JsonSerializer.Deserialize(bytes, SandboxJson.Default.SandboxRecord)
                ?? throw new RuntimeException(RuntimeError.Failed, $"The record of the sandbox in '{Path.GetFileName(folder)}' is empty."));
        }

        return records;
    }

    /// <summary>Makes the folders of a sandbox and writes its record, last.</summary>
    public async Task CreateAsync(SandboxRecord record, CancellationToken cancellationToken)
    {
        var folder = FolderOf(new(record.Id));
        Directory.CreateDirectory(Path.Combine(folder, "home"));
        var temporary = Directory.CreateDirectory(Path.Combine(folder, "tmp"));
        temporary.UnixFileMode = (UnixFileMode)0x3FF;
        await SaveAsync(record, cancellationToken);
    }

    /// <summary>Writes a record, atomically.</summary>
    public async Task SaveAsync(SandboxRecord record, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(record, SandboxJson.Default.SandboxRecord));
        var path = RemotePath.Parse(Path.Combine(FolderOf(new(record.Id)), RecordName));
        await _files.WriteAsync(path, content, new() { Mode = 0x180 }, cancellationToken);
    }

    /// <summary>Removes a sandbox's folder with everything in it: first its record, so that half a deletion is none that comes back.</summary>
    public async Task DeleteAsync(RuntimeId id)
    {
        var folder = FolderOf(id);
        if (Directory.Exists(folder))
        {
            File.Delete(Path.Combine(folder, RecordName));
            await _files.DeleteAsync(RemotePath.Parse(folder), recursive: true, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _root.Dispose();
    }
}
