using System.Runtime.CompilerServices;

namespace Yonder.Cli.Commands.Cp;

/// <summary>This machine's files.</summary>
internal sealed class LocalSide : ICopySide
{
    private const int BufferSize = 128 * 1024;

    public async IAsyncEnumerable<CopyItem> WalkAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var pending = new Stack<(FileSystemInfo Entry, string Relative)>();
        pending.Push((Describe(path), ""));
        while (pending.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var item = ToItem(next.Entry, next.Relative);
            yield return item;
            if (item.Kind is CopyKind.Directory)
            {
                foreach (var child in new DirectoryInfo(item.Source).EnumerateFileSystemInfos())
                {
                    pending.Push((child, item.Relative is "" ? child.Name : $"{item.Relative}/{child.Name}"));
                }
            }
        }
    }

    public Task<bool> IsDirectoryAsync(string path, CancellationToken cancellationToken) => Task.FromResult(Directory.Exists(path));

    public Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken)
        => Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));

    public async Task WriteAsync(string path, Stream content, UnixFileMode mode, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid().ToString("N")[..8]}.part";
        try
        {
            // The owner must be able to write while it is written, whatever the mode says.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            await using (var file = new FileStream(temporary, options))
            {
                var buffer = new byte[BufferSize];
                long copied = 0;
                for (int count; (count = await content.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                    progress.Report(copied += count);
                }
            }

            File.SetUnixFileMode(temporary, mode);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public Task MakeDirectoryAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        return Task.CompletedTask;
    }

    public Task MakeLinkAsync(string path, string target, CancellationToken cancellationToken)
    {
        if (new FileInfo(path) is { LinkTarget: not null } link)
        {
            link.Delete();
        }

        File.CreateSymbolicLink(path, target);
        return Task.CompletedTask;
    }

    private static FileSystemInfo Describe(string path)
        => Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path) is { Exists: true } or { LinkTarget: not null } ? new FileInfo(path) : throw new FileNotFoundException($"{path}: no such file or directory.");

    private static CopyItem ToItem(FileSystemInfo entry, string relative)
    {
        // What was named itself is followed, as cp does; what is found below it is copied as it is.
        var link = relative is "" ? null : entry.LinkTarget;
        var kind = link is not null ? CopyKind.Link
            : entry.Attributes.HasFlag(FileAttributes.Directory) ? CopyKind.Directory
            : entry.Attributes.HasFlag(FileAttributes.Device) ? CopyKind.Other
            : CopyKind.File;
        return new CopyItem(kind, entry.FullName, relative, kind is CopyKind.File ? ((FileInfo)entry).Length : 0, link is null ? entry.UnixFileMode : default, link);
    }
}
