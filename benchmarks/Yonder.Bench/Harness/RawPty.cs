using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Yonder.Bench.Harness;

/// <summary>A shell on a PTY read by a bare blocking loop: what the machine itself can do.</summary>
internal sealed partial class RawPty : ITerminalPeer
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private readonly SafeFileHandle _master;
    private readonly Process _shell;

    private RawPty(SafeFileHandle master, Process shell)
    {
        _master = master;
        _shell = shell;
    }

    public static RawPty Open()
    {
        var master = posix_openpt(ReadWrite | NoControllingTerminal);
        if (master < 0 || grantpt(master) is not 0 || unlockpt(master) is not 0)
        {
            throw new SkipException("No PTY can be opened.");
        }

        var name = new byte[64];
        if (ptsname_r(master, name, (nuint)name.Length) is not 0)
        {
            throw new SkipException("The PTY has no name.");
        }

        // A session leader that opens a terminal gets it as its controlling one.
        var slave = System.Text.Encoding.ASCII.GetString(name).TrimEnd('\0');
        var shell = Process.Start("setsid", ["sh", "-c", $"exec <>{slave} >&0 2>&0; stty cols 80 rows 24; exec bash --norc"]);
        return new(new SafeFileHandle(master, ownsHandle: true), shell);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> keys, CancellationToken cancellationToken)
    {
        using var pin = keys.Pin();
        unsafe
        {
            _ = write(_master, (byte*)pin.Pointer, (nuint)keys.Length);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var pin = buffer.Pin();
        unsafe
        {
            return ValueTask.FromResult((int)Math.Max(0, read(_master, (byte*)pin.Pointer, (nuint)buffer.Length)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _shell.Kill(entireProcessTree: true);
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        _master.Dispose();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int fd);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int fd);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ptsname_r(int fd, byte[] name, nuint length);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint read(SafeFileHandle fd, byte* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static unsafe partial nint write(SafeFileHandle fd, byte* buffer, nuint count);
}
