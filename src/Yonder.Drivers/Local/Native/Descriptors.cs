using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Yonder.Drivers.Local.Native;

/// <summary>Makes descriptors that are closed on exec.</summary>
internal static class Descriptors
{
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int SetFlags = 4;

    /// <summary>Takes over a descriptor that a call returned.</summary>
    public static SafeFileHandle Own(int fd, string call)
        => fd >= 0 ? new(fd, ownsHandle: true) : throw new IOException($"{call} failed with error {Marshal.GetLastPInvokeError()}.");

    /// <summary>Makes a pipe of blocking ends.</summary>
    public static unsafe (SafeFileHandle Read, SafeFileHandle Write) Pipe()
    {
        var fds = stackalloc int[2];
        return Libc.Pipe2(fds, CloseOnExec) is 0
            ? (new(fds[0], ownsHandle: true), new(fds[1], ownsHandle: true))
            : throw new IOException($"pipe2 failed with error {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>Lets no call on the descriptor block.</summary>
    public static void Unblock(SafeFileHandle fd) => _ = Libc.Fcntl(fd, SetFlags, NonBlocking);
}
