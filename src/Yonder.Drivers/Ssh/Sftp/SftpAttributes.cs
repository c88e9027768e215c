using Yonder.Runtimes.Files;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>What a server says of a file; what it left out is <see langword="null"/>.</summary>
internal readonly record struct SftpAttributes(long? Size, uint? Mode, uint? ModifiedAt)
{
    private const uint TypeMask = 0xF000;
    private const uint PermissionMask = 0xFFF;

    public FileKind Kind => (Mode & TypeMask) switch
    {
        0x8000 or null => FileKind.File,
        0x4000 => FileKind.Directory,
        0xA000 => FileKind.SymbolicLink,
        _ => FileKind.Other,
    };

    public int Permissions => (int)((Mode ?? 0) & PermissionMask);
}
