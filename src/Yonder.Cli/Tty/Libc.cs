using System.Runtime.InteropServices;

namespace Yonder.Cli.Tty;

/// <summary>The few calls that .NET has no names for.</summary>
internal static unsafe partial class Libc
{
    public const int SetAfterDrain = 1;

    public const short PollIn = 1;

    public const short PollOut = 4;

    private const nuint GetWindowSize = 0x5413;

    [LibraryImport("libc", EntryPoint = "isatty")]
    public static partial int IsTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetAttributes(int descriptor, byte* attributes);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetAttributes(int descriptor, int when, byte* attributes);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(byte* attributes);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollEntry* entries, nuint count, int timeoutMilliseconds);

    [LibraryImport("libc", EntryPoint = "pipe2", SetLastError = true)]
    public static partial int Pipe(int* descriptors, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    public static (int Columns, int Rows)? WindowSize(int descriptor)
    {
        // struct winsize: rows, columns, and two sizes in pixels.
        var size = stackalloc ushort[4];
        return WindowSize(descriptor, GetWindowSize, size) is 0 && size[0] > 0 && size[1] > 0 ? (size[1], size[0]) : null;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int WindowSize(int descriptor, nuint request, ushort* size);
}
