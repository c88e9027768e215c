using System.Runtime.CompilerServices;
using Yonder.Cli.Output;
using Yonder.Client;
using Yonder.Client.Files;
using Yonder.Protocol.Files;

namespace Yonder.Cli.Commands.Cp;

/// <summary>A container's files.</summary>
internal sealed class RemoteSide(YonderClient client, string container) : ICopySide
{
    private const UnixFileMode PermissionBits = (UnixFileMode)0x1FF;

    public async IAsyncEnumerable<CopyItem> WalkAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = await client.Files.StatAsync(container, path, cancellationToken)
            ?? throw new CliException(ExitCodes.NotFound, FileErrorCode.FileNotFound, $"{container}:{path}: no such file or directory.");
        var pending = new Stack<(RemoteFile Entry, string Relative)>();
        pending.Push((root, ""));
        while (pending.TryPop(out var next))
        {
            var item = ToItem(next.Entry, next.Relative);
            yield return item;
            if (item.Kind is CopyKind.Directory)
            {
                foreach (var child in await client.Files.ListAsync(container, item.Source, cancellationToken))
                {
                    pending.Push((child, item.Relative is "" ? child.Name : $"{item.Relative}/{child.Name}"));
                }
            }
        }
    }

    public async Task<bool> IsDirectoryAsync(string path, CancellationToken cancellationToken)
        => await client.Files.StatAsync(container, path, cancellationToken) is { IsDir: true };

    public Task<Stream> OpenReadAsync(string path, CancellationToken cancellationToken)
        => client.Files.OpenReadAsync(container, path, cancellationToken: cancellationToken);

    public Task WriteAsync(string path, Stream content, UnixFileMode mode, IProgress<long> progress, CancellationToken cancellationToken)
        => client.Files.UploadAsync(container, path, content, new UploadOptions { Mode = mode & PermissionBits, Progress = progress }, cancellationToken);

    public Task MakeDirectoryAsync(string path, CancellationToken cancellationToken)
        => client.Files.MakeDirectoryAsync(container, path, cancellationToken);

    /// <summary>The file API makes no links: ln(1) does.</summary>
    public async Task MakeLinkAsync(string path, string target, CancellationToken cancellationToken)
    {
        var result = await client.Containers.ExecAsync(container, ["ln", "-sfn", "--", target, path], cancellationToken);
        if (result.ExitCode is not 0)
        {
            throw new IOException($"The link could not be made: {result.Stderr.Trim()}");
        }
    }

    private static CopyItem ToItem(RemoteFile entry, string relative)
    {
        var isLink = entry.Mode.StartsWith('l') && relative is not "";
        var kind = isLink ? CopyKind.Link : entry.IsDir ? CopyKind.Directory : entry.Mode is "" or ['-', ..] or ['l', ..] ? CopyKind.File : CopyKind.Other;
        return new CopyItem(kind, entry.Path, relative, kind is CopyKind.File ? entry.Size : 0, ModeText.Parse(entry.Mode), isLink ? entry.LinkTarget ?? "" : null);
    }
}
