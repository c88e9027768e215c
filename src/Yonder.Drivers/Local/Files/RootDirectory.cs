using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;

namespace Yonder.Drivers.Local.Files;

/// <summary>The root that paths start at: this machine's or a sandbox's. Nothing, no link and no <c>..</c>, leads out of a sandbox's.</summary>
internal sealed class RootDirectory : IDisposable
{
    private readonly SafeFileHandle _root;
    private readonly ulong _resolve;

    private RootDirectory(SafeFileHandle root, ulong resolve) => (_root, _resolve) = (root, resolve);

    /// <summary>The root of this machine.</summary>
    public static RootDirectory OfHost() => new(OpenRoot("/\0"u8), 0);

    /// <summary>The root that a process sees, by its directory in /proc.</summary>
    public static RootDirectory OfProcess(int pid)
        => new(OpenRoot(System.Text.Encoding.ASCII.GetBytes($"/proc/{pid}/root\0")), OpenFlags.ResolveInRoot);

    /// <summary>Opens what an absolute path names; the handle is invalid when that fails, and the error is the thread's last.</summary>
    public unsafe SafeFileHandle Open(ReadOnlySpan<byte> path, int flags)
    {
        var terminated = NativeStrings.Terminated(path);
        var how = new OpenHow { Flags = (uint)(flags | OpenFlags.CloseOnExec), Resolve = _resolve };
        fixed (byte* start = terminated)
        {
            nint fd;
            do
            {
                // EAGAIN: a directory was moved while the path was resolved.
                fd = Libc.OpenAt2(CallNumbers.OpenAt2, _root, start, &how, (nuint)sizeof(OpenHow));
            }
            while (fd < 0 && Marshal.GetLastPInvokeError() is Errno.Interrupted or Errno.TryAgain);
            return new((int)fd, ownsHandle: true);
        }
    }

    public void Dispose() => _root.Dispose();

    private static SafeFileHandle OpenRoot(ReadOnlySpan<byte> path)
        => Descriptors.Own(Libc.Open(path, OpenFlags.PathOnly | OpenFlags.Directory | OpenFlags.CloseOnExec, 0), "open");
}
