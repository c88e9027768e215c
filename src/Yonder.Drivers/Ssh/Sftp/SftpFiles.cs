using System.Runtime.CompilerServices;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>A file system over SFTP version 3, with OpenSSH's extensions where the server has them. Relative paths are the server's to resolve: it starts in the home directory.</summary>
internal sealed class SftpFiles(SftpSession session, RemotePath home) : IFiles
{
    private const int DirectoryMode = 0x1FF;
    private readonly SftpCalls _calls = new(session);

    public async ValueTask<FileEntry?> StatAsync(RemotePath path, bool followLink = true, CancellationToken cancellationToken = default)
        => await _calls.StatAsync(path, followLink, cancellationToken) is { } attributes
            ? await DescribeAsync(path.Normalize(home), attributes, cancellationToken)
            : null;

    public async IAsyncEnumerable<FileEntry> ListAsync(RemotePath directory, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var parent = directory.Normalize(home);
        await using var listing = await _calls.OpenDirectoryAsync(directory, cancellationToken);
        while (await listing.NextAsync(cancellationToken) is { } names)
        {
            foreach (var (name, attributes) in names)
            {
                yield return await DescribeAsync(parent.Append(name), attributes, cancellationToken);
            }
        }
    }

    public async ValueTask<Stream> OpenReadAsync(RemotePath path, long offset = 0, long? length = null, CancellationToken cancellationToken = default)
    {
        if (offset < 0 || length < 0)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A range starts at 0 or later and has no negative length.");
        }

        // Opening a pipe or a device could wait for ever on the host.
        switch ((await _calls.StatAsync(path, followLink: true, cancellationToken))?.Kind)
        {
            case FileKind.Directory:
                throw new RuntimeException(RuntimeError.IsDirectory, $"{path} is a directory.");
            case FileKind.Other:
                throw new RuntimeException(RuntimeError.InvalidRequest, $"{path} is not a regular file.");
            case null:
                // Tells links in a circle from what does not exist: the protocol has one answer for both.
                await ResolveTargetAsync(path, cancellationToken);
                break;
        }

        var handle = await _calls.OpenAsync(path, SftpOpenFlags.Read, mode: null, cancellationToken);
        return new SftpReadStream(session, handle, path, offset, length);
    }

    public async ValueTask WriteAsync(RemotePath path, Stream content, FileWriteOptions options, CancellationToken cancellationToken = default)
    {
        var target = await ResolveTargetAsync(path, cancellationToken);
        if (options.CreateParents)
        {
            await MakeDirectoryAsync(target.Parent, cancellationToken);
        }

        await new SftpUpload(session, _calls, target).RunAsync(content, options, cancellationToken);
    }

    public async ValueTask MakeDirectoryAsync(RemotePath path, CancellationToken cancellationToken = default)
    {
        var missing = new Stack<RemotePath>();
        for (var current = path.Normalize(home); ; current = current.Parent)
        {
            var status = await _calls.MakeDirectoryAsync(current, DirectoryMode, cancellationToken);
            if (status is SftpStatus.Ok)
            {
                break;
            }

            if (status is not SftpStatus.NoSuchFile || current == RemotePath.Root)
            {
                await RequireDirectoryAsync(current, status, cancellationToken);
                break;
            }

            missing.Push(current);
        }

        while (missing.TryPop(out var next))
        {
            var status = await _calls.MakeDirectoryAsync(next, DirectoryMode, cancellationToken);
            if (status is not SftpStatus.Ok)
            {
                await RequireDirectoryAsync(next, status, cancellationToken);
            }
        }
    }

    public async ValueTask MoveAsync(RemotePath source, RemotePath target, CancellationToken cancellationToken = default)
    {
        if (await _calls.StatAsync(source, followLink: false, cancellationToken) is null)
        {
            throw new RuntimeException(RuntimeError.NotFound, $"{source} does not exist.");
        }

        if (await _calls.StatAsync(target, followLink: false, cancellationToken) is { Kind: FileKind.Directory })
        {
            throw new RuntimeException(RuntimeError.IsDirectory, $"{target} is a directory.");
        }

        await _calls.RenameAsync(source, target, cancellationToken);
    }

    public async ValueTask DeleteAsync(RemotePath path, bool recursive = false, CancellationToken cancellationToken = default)
    {
        if (path.Normalize(home) == RemotePath.Root)
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "The root directory cannot be deleted.");
        }

        var attributes = await _calls.StatAsync(path, followLink: false, cancellationToken)
            ?? throw new RuntimeException(RuntimeError.NotFound, $"{path} does not exist.");
        if (attributes.Kind is not FileKind.Directory)
        {
            await _calls.RemoveAsync(SftpPacketType.Remove, path, cancellationToken);
            return;
        }

        await DeleteDirectoryAsync(path, path, recursive, cancellationToken);
    }

    private async Task DeleteDirectoryAsync(RemotePath top, RemotePath path, bool recursive, CancellationToken cancellationToken)
    {
        var children = new List<(RemotePath Name, SftpAttributes Attributes)>();
        await using (var listing = await _calls.OpenDirectoryAsync(path, cancellationToken))
        {
            while (await listing.NextAsync(cancellationToken) is { } names)
            {
                children.AddRange(names);
                if (!recursive && children.Count > 0)
                {
                    throw new RuntimeException(RuntimeError.NotEmpty, $"{path} is not empty.");
                }
            }
        }

        foreach (var (name, attributes) in children)
        {
            var child = path.Append(name);
            if (attributes.Kind is FileKind.Directory)
            {
                await DeleteDirectoryAsync(top, await ShortenAsync(top, child, cancellationToken), recursive, cancellationToken);
            }
            else
            {
                await _calls.RemoveAsync(SftpPacketType.Remove, child, cancellationToken);
            }
        }

        await _calls.RemoveAsync(SftpPacketType.RemoveDirectory, path, cancellationToken);
    }

    // The protocol knows only whole paths, and a tree may be deeper than any path may be long: its lower part is moved up to be reached.
    private async ValueTask<RemotePath> ShortenAsync(RemotePath top, RemotePath directory, CancellationToken cancellationToken)
    {
        if (directory.Bytes.Length <= top.Bytes.Length + (RemotePath.MaxLength / 4))
        {
            return directory;
        }

        var nearer = top.Append($".yonder-{Guid.NewGuid():N}");
        await _calls.RenameAsync(directory, nearer, cancellationToken);
        return nearer;
    }

    private async Task RequireDirectoryAsync(RemotePath path, SftpStatus status, CancellationToken cancellationToken)
    {
        var found = await _calls.StatAsync(path, followLink: true, cancellationToken);
        if (found is { Kind: FileKind.Directory })
        {
            return;
        }

        throw (found, status) switch
        {
            (not null, _) => new RuntimeException(RuntimeError.NotDirectory, $"{path} is not a directory."),
            (_, SftpStatus.PermissionDenied) => new(RuntimeError.AccessDenied, $"{path}: permission denied."),
            _ => new(RuntimeError.Failed, $"{path} could not be made."),
        };
    }

    /// <summary>Gives the file that a write replaces: where a link leads, so that the link itself stays.</summary>
    private async ValueTask<RemotePath> ResolveTargetAsync(RemotePath path, CancellationToken cancellationToken)
    {
        const int MaxLinks = 40;
        var target = path.Normalize(home);
        for (var links = 0; links < MaxLinks; links++)
        {
            var found = await _calls.StatAsync(target, followLink: false, cancellationToken);
            if (found is { Kind: FileKind.Directory })
            {
                throw new RuntimeException(RuntimeError.IsDirectory, $"{path} is a directory.");
            }

            if (found is not { Kind: FileKind.SymbolicLink })
            {
                return target;
            }

            target = (await _calls.ReadLinkAsync(target, cancellationToken)).Normalize(target.Parent);
        }

        throw new RuntimeException(RuntimeError.InvalidRequest, $"{path}: too many symbolic links.");
    }

    private async ValueTask<FileEntry> DescribeAsync(RemotePath path, SftpAttributes attributes, CancellationToken cancellationToken) => new()
    {
        Path = path,
        Kind = attributes.Kind,
        Size = attributes.Size ?? 0,
        Mode = attributes.Permissions,
        ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(attributes.ModifiedAt ?? 0),
        LinkTarget = attributes.Kind is FileKind.SymbolicLink ? await _calls.ReadLinkAsync(path, cancellationToken) : null,
    };
}
