using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Native;
using Yonder.Runtimes.Exec;

namespace Yonder.Drivers.Local.Trees;

/// <summary>Kills processes that are not our children.</summary>
internal static class ProcessSignals
{
    /// <summary>Kills the process if it is the one that is meant: asked after it is held, so that a number given anew hits nobody else.</summary>
    public static void KillIf(int pid, Func<int, bool> isMeant)
    {
        var fd = (int)Libc.Syscall(CallNumbers.PidfdOpen, pid, 0, 0, 0);
        if (fd < 0)
        {
            return;
        }

        using var held = new SafeFileHandle(fd, ownsHandle: true);
        if (isMeant(pid))
        {
            _ = Libc.Syscall(CallNumbers.PidfdSendSignal, fd, (int)ProcessSignal.Kill, 0, 0);
        }
    }
}
