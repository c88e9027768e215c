using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Host;

/// <summary>A container's root directory, seen from this machine. Paths are resolved by the container's rules: no link and no <c>..</c> leads out.</summary>
internal sealed partial class HostRoot : IDisposable
{
    private const int OpenAt2 = 437;
    private const ulong PathOnly = 0x200000;
    private const ulong CloseOnExec = 0x80000;
    private const ulong NoFollow = 0x20000;
    private const ulong NoFollowArm = 0x8000;
    private const ulong ResolveInRoot = 0x10;

    private readonly SafeFileHandle _root;

    private HostRoot(SafeFileHandle root) => _root = root;

    public static HostRoot Open(HostContainer container)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{container.Pid}/root");
        var root = OpenDirectory(path, (int)(PathOnly | CloseOnExec));
        return root >= 0 ? new(new SafeFileHandle(root, ownsHandle: true)) : throw new RuntimeException(RuntimeError.WrongState, "The container has ended.");
    }

    /// <summary>The name by which the kernel finds an open descriptor again, whatever became of its path.</summary>
    public static string NameOf(SafeFileHandle handle) => string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{handle.DangerousGetHandle()}");

    /// <summary>Opens the place that a path names, not what is in it; <see langword="null"/> when that fails.</summary>
    public unsafe SafeFileHandle? OpenPath(RemotePath path, bool followLink)
    {
        var noFollow = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? NoFollowArm : NoFollow;
        var how = stackalloc ulong[3] { PathOnly | CloseOnExec | (followLink ? 0 : noFollow), 0, ResolveInRoot };
        byte[] terminated = [.. path.Bytes, 0];
        fixed (byte* start = terminated)
        {
            var descriptor = Call(OpenAt2, _root, start, how, 3 * sizeof(ulong));
            return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : null;
        }
    }

    public void Dispose() => _root.Dispose();

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenDirectory(string path, int flags);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static unsafe partial nint Call(nint number, SafeFileHandle directory, byte* path, ulong* how, nuint size);
}
