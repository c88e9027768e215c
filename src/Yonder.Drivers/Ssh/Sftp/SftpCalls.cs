using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>The protocol's requests as calls: one question, one answer each.</summary>
internal sealed class SftpCalls(SftpSession session)
{
    private const string PosixRename = "posix-rename@openssh.com";
    private const string FileSync = "fsync@openssh.com";
    private const string FileSystemStat = "statvfs@openssh.com";

    /// <summary>Describes an entry; <see langword="null"/> when there is none.</summary>
    public async Task<SftpAttributes?> StatAsync(RemotePath path, bool followLink, CancellationToken cancellationToken)
    {
        var type = followLink ? SftpPacketType.Stat : SftpPacketType.LStat;
        using var answer = await session.AskAsync(new SftpRequest(type).Text(path.Bytes), cancellationToken);
        if (answer.StatusOf() is SftpStatus.NoSuchFile)
        {
            return null;
        }

        answer.Expect(SftpPacketType.Attributes, path);
        return answer.Read().Attributes();
    }

    public Task<RemotePath> RealPathAsync(RemotePath path, CancellationToken cancellationToken)
        => FirstNameAsync(SftpPacketType.RealPath, path, cancellationToken);

    public Task<RemotePath> ReadLinkAsync(RemotePath path, CancellationToken cancellationToken)
        => FirstNameAsync(SftpPacketType.ReadLink, path, cancellationToken);

    public async Task<byte[]> OpenAsync(RemotePath path, SftpOpenFlags flags, int? mode, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(
            new SftpRequest(SftpPacketType.Open).Text(path.Bytes).Number((uint)flags).Mode(mode), cancellationToken);
        answer.Expect(SftpPacketType.Handle, path);
        return answer.Read().Text().ToArray();
    }

    public async Task<SftpListing> OpenDirectoryAsync(RemotePath path, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.OpenDirectory).Text(path.Bytes), cancellationToken);

        // The protocol has no word for "not a directory": servers say that there is no such file, or just failure.
        if (answer.StatusOf() is SftpStatus.NoSuchFile or SftpStatus.Failure
            && await StatAsync(path, followLink: true, cancellationToken) is { Kind: not FileKind.Directory })
        {
            throw new RuntimeException(RuntimeError.NotDirectory, $"{path} is not a directory.");
        }

        answer.Expect(SftpPacketType.Handle, path);
        return new(session, answer.Read().Text().ToArray(), path);
    }

    public async Task<SftpStatus> MakeDirectoryAsync(RemotePath path, int mode, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.MakeDirectory).Text(path.Bytes).Mode(mode), cancellationToken);
        return answer.StatusOf();
    }

    public async Task RemoveAsync(SftpPacketType type, RemotePath path, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(type).Text(path.Bytes), cancellationToken);
        answer.Expect(SftpPacketType.Status, path);
    }

    /// <summary>Renames, replacing what is there where the server has OpenSSH's extension; the protocol's own rename refuses that.</summary>
    public async Task RenameAsync(RemotePath source, RemotePath target, CancellationToken cancellationToken)
    {
        var request = session.Has(PosixRename)
            ? new SftpRequest(SftpPacketType.Extended).Text("posix-rename@openssh.com"u8)
            : new SftpRequest(SftpPacketType.Rename);
        using var answer = await session.AskAsync(request.Text(source.Bytes).Text(target.Bytes), cancellationToken);
        answer.Expect(SftpPacketType.Status, target);
    }

    public async Task SetModeAsync(byte[] handle, int mode, RemotePath path, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.FSetStat).Text(handle).Mode(mode), cancellationToken);
        answer.Expect(SftpPacketType.Status, path);
    }

    public async Task SyncAsync(byte[] handle, RemotePath path, CancellationToken cancellationToken)
    {
        if (session.Has(FileSync))
        {
            using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.Extended).Text("fsync@openssh.com"u8).Text(handle), cancellationToken);
            answer.Expect(SftpPacketType.Status, path);
        }
    }

    public async Task CloseAsync(byte[] handle, RemotePath path, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.Close).Text(handle), cancellationToken);
        answer.Expect(SftpPacketType.Status, path);
    }

    /// <summary>Says whether the file system has no room; the protocol itself calls that a failure like any other.</summary>
    public async Task<bool> IsFullAsync(byte[] handle, CancellationToken cancellationToken)
    {
        if (!session.Has(FileSystemStat))
        {
            return false;
        }

        using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.Extended).Text("fstatvfs@openssh.com"u8).Text(handle), cancellationToken);
        return answer.Type is SftpPacketType.ExtendedReply && FreeBlocks(answer) is 0;
    }

    private static ulong FreeBlocks(SftpResponse answer)
    {
        var reader = answer.Read();
        reader.Number64(); // block size
        reader.Number64(); // fragment size
        reader.Number64(); // blocks
        reader.Number64(); // free
        return reader.Number64(); // free to us
    }

    private async Task<RemotePath> FirstNameAsync(SftpPacketType type, RemotePath path, CancellationToken cancellationToken)
    {
        using var answer = await session.AskAsync(new SftpRequest(type).Text(path.Bytes), cancellationToken);
        answer.Expect(SftpPacketType.Name, path);
        return ReadFirst(answer);
    }

    private static RemotePath ReadFirst(SftpResponse answer)
    {
        var reader = answer.Read();
        reader.Number();
        return RemotePath.FromBytes(reader.Text());
    }
}
