using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Local.Files;

/// <summary>Makes entries of what the kernel tells.</summary>
internal static class FileEntries
{
    private static readonly byte[] Itself = [0];

    /// <summary>An entry for a status.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="status">The status.</param>
    /// <param name="directory">The directory that a link is read in.</param>
    /// <param name="terminatedName">The link's name there; empty when it is the descriptor itself.</param>
    public static FileEntry Make(RemotePath path, FileStatus status, SafeFileHandle directory, ReadOnlySpan<byte> terminatedName) => new()
    {
        Path = path,
        Kind = status.Type switch
        {
            FileStatuses.TypeFile => FileKind.File,
            FileStatuses.TypeDirectory => FileKind.Directory,
            FileStatuses.TypeLink => FileKind.SymbolicLink,
            _ => FileKind.Other,
        },
        Mode = status.Mode & 0xFFF,
        Size = status.Size,
        ModifiedAt = DateTimeOffset.FromUnixTimeSeconds(status.ModifiedSeconds).AddTicks(status.ModifiedNanoseconds / 100),
        LinkTarget = status.Type is FileStatuses.TypeLink ? ReadLink(directory, terminatedName) : null,
    };

    /// <summary>Reads where a link points; <see langword="null"/> when it is gone.</summary>
    public static unsafe RemotePath? ReadLink(SafeFileHandle directory, ReadOnlySpan<byte> terminatedName)
    {
        var buffer = stackalloc byte[RemotePath.MaxLength + 1];
        fixed (byte* name = terminatedName.IsEmpty ? Itself : terminatedName)
        {
            var length = Libc.ReadLinkAt(directory, name, buffer, RemotePath.MaxLength);
            return length > 0 ? RemotePath.FromBytes(new(buffer, (int)length)) : null;
        }
    }
}
