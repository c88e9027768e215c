using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;

namespace Yonder.Drivers.Local.Files;

/// <summary>Describes what a descriptor or a name in a directory is.</summary>
internal static class FileStatuses
{
    public const int TypeDirectory = 0x4000;
    public const int TypeFile = 0x8000;
    public const int TypeLink = 0xA000;

    /// <summary>Describes what is open; <see langword="false"/> leaves the error as the thread's last.</summary>
    public static unsafe bool TryGet(SafeFileHandle fd, out FileStatus status)
    {
        var empty = stackalloc byte[1];
        fixed (FileStatus* result = &status)
        {
            return Libc.StatX(fd, empty, OpenFlags.EmptyPath, FileStatus.BasicMask, result) is 0;
        }
    }

    /// <summary>Describes a name in a directory, a link itself.</summary>
    public static unsafe bool TryGet(SafeFileHandle directory, ReadOnlySpan<byte> terminatedName, out FileStatus status)
    {
        fixed (byte* name = terminatedName)
        fixed (FileStatus* result = &status)
        {
            return Libc.StatX(directory, name, OpenFlags.NoFollowLink, FileStatus.BasicMask, result) is 0;
        }
    }
}
