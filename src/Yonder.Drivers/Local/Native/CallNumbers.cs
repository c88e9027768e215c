using System.Runtime.InteropServices;

namespace Yonder.Drivers.Local.Native;

/// <summary>System calls that glibc has no function for, or has one that acts on all threads where one thread is meant.</summary>
internal static class CallNumbers
{
    // The same on every architecture, as all calls since Linux 5.0 are.
    public const int PidfdSendSignal = 424;
    public const int PidfdOpen = 434;
    public const int OpenAt2 = 437;

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64;

    public static int SetGroups => IsArm ? 159 : 116;

    public static int SetUser => IsArm ? 147 : 117;

    public static int SetGroup => IsArm ? 149 : 119;

    public static int SetCapabilities => IsArm ? 91 : 126;
}
