using System.Runtime.InteropServices;

namespace Yonder.Drivers.Local.Native;

/// <summary>struct statx, which is the same on every architecture.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct FileStatus
{
    /// <summary>What of it is asked for: type, mode, owner, inode, size and time of change.</summary>
    public const uint BasicMask = 0x7ff;

    [FieldOffset(20)]
    public uint User;

    [FieldOffset(24)]
    public uint Group;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(40)]
    public long Size;

    [FieldOffset(112)]
    public long ModifiedSeconds;

    [FieldOffset(120)]
    public uint ModifiedNanoseconds;

    /// <summary>Gets the type's bits.</summary>
    public readonly int Type => Mode & 0xF000;
}
