using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes;
using Yonder.Runtimes.Terminals;

namespace Yonder.Drivers.Local.Pty;

/// <summary>The calls on the master of a pseudo-terminal. They act in the mount namespace of the calling thread.</summary>
internal static class PseudoTerminal
{
    private const nuint UnlockSlave = 0x40045431;
    private const nuint SlaveNumber = 0x80045430;
    private const nuint SetSize = 0x5414;
    private const nuint ForegroundGroup = 0x540F;

    /// <summary>Opens a terminal of a size.</summary>
    /// <returns>The master, which does not block, and the path of the slave.</returns>
    public static (SafeFileHandle Master, RemotePath Slave) Open(TerminalSize size)
    {
        var flags = OpenFlags.ReadWrite | OpenFlags.NoControllingTerminal | OpenFlags.CloseOnExec | OpenFlags.NonBlocking;
        var fd = Libc.Open("/dev/ptmx\0"u8, flags, 0);
        if (fd < 0)
        {
            throw new RuntimeException(RuntimeError.NoSpace, $"No more terminals can be had here (error {Marshal.GetLastPInvokeError()}).");
        }

        var master = new SafeFileHandle(fd, ownsHandle: true);
        var unlocked = 0;
        var number = 0;
        if (Libc.Ioctl(master, UnlockSlave, ref unlocked) is not 0 || Libc.Ioctl(master, SlaveNumber, ref number) is not 0)
        {
            master.Dispose();
            throw new RuntimeException(RuntimeError.Failed, "The terminal could not be set up.");
        }

        Resize(master, size);
        return (master, RemotePath.FromBytes(Encoding.ASCII.GetBytes($"/dev/pts/{number}")));
    }

    public static void Resize(SafeFileHandle master, TerminalSize size)
    {
        if (size is not { Columns: > 0 and <= ushort.MaxValue, Rows: > 0 and <= ushort.MaxValue })
        {
            throw new RuntimeException(RuntimeError.InvalidRequest, "A terminal has 1 to 65535 columns and rows.");
        }

        var window = new WindowSize { Columns = (ushort)size.Columns, Rows = (ushort)size.Rows };
        _ = Libc.IoctlSize(master, SetSize, ref window);
    }

    /// <summary>The process group in the foreground; <see langword="null"/> when there is none.</summary>
    public static int? Foreground(SafeFileHandle master)
    {
        var group = 0;
        return Libc.Ioctl(master, ForegroundGroup, ref group) is 0 && group > 0 ? group : null;
    }
}
