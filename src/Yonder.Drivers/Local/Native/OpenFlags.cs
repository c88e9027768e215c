using System.Runtime.InteropServices;

namespace Yonder.Drivers.Local.Native;

/// <summary>Flags of open and its relatives.</summary>
internal static class OpenFlags
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int ReadWrite = 2;
    public const int Create = 0x40;
    public const int Exclusive = 0x80;
    public const int NoControllingTerminal = 0x100;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int PathOnly = 0x200000;

    /// <summary>openat2: absolute paths and links start at the given directory, and nothing leads above it.</summary>
    public const ulong ResolveInRoot = 0x10;

    public const int RemoveDirectory = 0x200;
    public const int EmptyPath = 0x1000;
    public const int NoFollowLink = 0x100;

    // The two that differ between the architectures.
    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    public static int Directory => IsArm ? 0x4000 : 0x10000;

    public static int NoFollow => IsArm ? 0x8000 : 0x20000;
}
