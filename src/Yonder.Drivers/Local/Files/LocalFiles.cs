using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Local.Files;

/// <summary>Files by system calls below a root, on paths of bytes.</summary>
internal sealed class LocalFiles(RootDirectory root, RemotePath home) : IFiles
{
    private const int Batch = 256;
    private const int MaxLinks = 40;

    public ValueTask<FileEntry?> StatAsync(RemotePath path, bool followLink = true, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Stat(path.Normalize(home), followLink));
    }

    public async IAsyncEnumerable<FileEntry> ListAsync(RemotePath directory, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var whole = directory.Normalize(home);
        using var handle = Open(whole, OpenFlags.ReadOnly | OpenFlags.Directory);
        using var reader = new DirectoryReader(handle, whole);
        while (await Task.Run(() => reader.Next(Batch), cancellationToken) is { Count: > 0 } names)
        {
            foreach (var name in names)
            {
                // What was deleted since its name was read is not there.
                if (FileStatuses.TryGet(handle, name, out var status))
                {
                    yield return FileEntries.Make(whole.Append(RemotePath.FromBytes(name.AsSpan(0, name.Length - 1))), status, handle, name);
                }
            }
        }
    }

    public ValueTask<Stream> OpenReadAsync(RemotePath path, long offset = 0, long? length = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (offset < 0 || length < 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A range starts at 0 or later and is not shorter than nothing.");
        }

        // Not blocking: opening a pipe that nobody writes to would wait for ever.
        var whole = path.Normalize(home);
        var file = Open(whole, OpenFlags.ReadOnly | OpenFlags.NonBlocking);
        if (FileStatuses.TryGet(file, out var status) && status.Type is FileStatuses.TypeFile)
        {
            return new(new LocalReadStream(file, offset, length));
        }

        file.Dispose();
        throw status.Type is FileStatuses.TypeDirectory
            ? LocalErrors.Failure(Errno.IsDirectory, whole)
            : new RuntimeException(RuntimeError.InvalidRequest, $"'{whole}' is not a file but a device, socket or pipe.");
    }

    public async ValueTask WriteAsync(RemotePath path, Stream content, FileWriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var whole = path.Normalize(home);
        if (whole == RemotePath.Root)
        {
            throw LocalErrors.Failure(Errno.IsDirectory, whole);
        }

        using var place = TargetOf(whole, options.CreateParents);
        await new AtomicWrite(place, options).RunAsync(content, cancellationToken);
    }

    public ValueTask MakeDirectoryAsync(RemotePath path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MakeDirectory(path.Normalize(home));
        return ValueTask.CompletedTask;
    }

    public async ValueTask MoveAsync(RemotePath source, RemotePath target, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (from, to) = (source.Normalize(home), target.Normalize(home));
        using var old = PlaceOf(from);
        using var young = PlaceOf(to);
        if (!FileStatuses.TryGet(old.Directory, old.Name, out var status))
        {
            throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), from);
        }

        if (Libc.RenameAt(old.Directory, old.Name, young.Directory, young.Name) is 0)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is not Errno.CrossDevice || status.Type is not FileStatuses.TypeFile)
        {
            throw LocalErrors.Failure(error, error is Errno.CrossDevice ? from : to);
        }

        // A sandbox's home and /tmp are mounts of their own: a file is copied from one to the other.
        await using var content = await OpenReadAsync(from, cancellationToken: cancellationToken);
        await new AtomicWrite(young, new() { Mode = status.Mode & 0xFFF }).RunAsync(content, cancellationToken);
        _ = Libc.UnlinkAt(old.Directory, old.Name, 0);
    }

    public async ValueTask DeleteAsync(RemotePath path, bool recursive = false, CancellationToken cancellationToken = default)
    {
        var whole = path.Normalize(home);
        using var place = PlaceOf(whole);
        if (recursive)
        {
            await Task.Run(() => new TreeDeletion(whole).Delete(place.Directory, place.Name, cancellationToken), cancellationToken);
            return;
        }

        if (Libc.UnlinkAt(place.Directory, place.Name, 0) is not 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error is not Errno.IsDirectory || Libc.UnlinkAt(place.Directory, place.Name, OpenFlags.RemoveDirectory) is not 0)
            {
                throw LocalErrors.Failure(error is Errno.IsDirectory ? Marshal.GetLastPInvokeError() : error, whole);
            }
        }
    }

    private FileEntry? Stat(RemotePath whole, bool followLink)
    {
        using var file = root.Open(whole.Bytes, OpenFlags.PathOnly | (followLink ? 0 : OpenFlags.NoFollow));
        if (file.IsInvalid)
        {
            var error = Marshal.GetLastPInvokeError();
            return error is Errno.NoEntry or Errno.NotDirectory ? null : throw LocalErrors.Failure(error, whole);
        }

        return FileStatuses.TryGet(file, out var status)
            ? FileEntries.Make(whole, status, file, [])
            : throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), whole);
    }

    private SafeFileHandle Open(RemotePath path, int flags)
    {
        var file = root.Open(path.Bytes, flags);
        return file.IsInvalid ? throw LocalErrors.Failure(Marshal.GetLastPInvokeError(), path) : file;
    }

    /// <summary>The place of an entry itself, links not followed.</summary>
    private FilePlace PlaceOf(RemotePath path)
        => path == RemotePath.Root
            ? throw new RuntimeException(RuntimeError.InvalidRequest, "The root can neither be moved nor deleted.")
            : new(Open(path.Parent, OpenFlags.PathOnly | OpenFlags.Directory), NativeStrings.Terminated(path.Name.Bytes), path);

    /// <summary>The place that a path leads to in the end, links followed.</summary>
    private FilePlace TargetOf(RemotePath path, bool createParents)
    {
        var at = path;
        for (var i = 0; i < MaxLinks; i++)
        {
            if (createParents)
            {
                MakeDirectory(at.Parent);
            }

            var place = PlaceOf(at);
            if (!FileStatuses.TryGet(place.Directory, place.Name, out var status) || status.Type is not FileStatuses.TypeLink)
            {
                return place;
            }

            var target = FileEntries.ReadLink(place.Directory, place.Name) ?? throw LocalErrors.Failure(Errno.NoEntry, path);
            place.Dispose();
            at = target.IsAbsolute ? target : at.Parent.Append(target);
        }

        throw LocalErrors.Failure(Errno.LinkLoop, path);
    }

    private void MakeDirectory(RemotePath path)
    {
        using var existing = root.Open(path.Bytes, OpenFlags.PathOnly | OpenFlags.Directory);
        if (!existing.IsInvalid)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is not Errno.NoEntry || path == RemotePath.Root)
        {
            throw LocalErrors.Failure(error, path);
        }

        MakeDirectory(path.Parent);
        using var place = PlaceOf(path);

        // Somebody else may have made it at the same time; but a dangling link is in the way.
        if (Libc.MakeDirectoryAt(place.Directory, place.Name, 0x1ED) is not 0)
        {
            error = Marshal.GetLastPInvokeError();
            if (error is not Errno.Exists || !IsDirectory(path))
            {
                throw LocalErrors.Failure(error, path);
            }
        }
    }

    private bool IsDirectory(RemotePath path)
    {
        using var directory = root.Open(path.Bytes, OpenFlags.PathOnly | OpenFlags.Directory);
        return !directory.IsInvalid;
    }
}
