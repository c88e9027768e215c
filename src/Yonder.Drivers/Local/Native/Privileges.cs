using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Native;

/// <summary>What root may do in a sandbox: about what it may in a container. Nothing that undoes the sandbox.</summary>
internal static unsafe class Privileges
{
    private const int DropBounding = 24;
    private const int NoNewPrivileges = 38;
    private const int LastCapability = 63;
    private const uint Version3 = 0x20080522;

    /// <summary>The kept capabilities, by number and bubblewrap's name.</summary>
    public static IReadOnlyList<(int Number, string Name)> Kept { get; } =
    [
        (0, "CAP_CHOWN"), (1, "CAP_DAC_OVERRIDE"), (3, "CAP_FOWNER"), (4, "CAP_FSETID"), (5, "CAP_KILL"), (6, "CAP_SETGID"),
        (7, "CAP_SETUID"), (10, "CAP_NET_BIND_SERVICE"), (13, "CAP_NET_RAW"), (18, "CAP_SYS_CHROOT"),
    ];

    private static readonly ulong Mask = Kept.Aggregate(0UL, (bits, capability) => bits | (1UL << capability.Number));

    /// <summary>Lets nothing that the calling thread starts ever get more than what is kept.</summary>
    public static void Limit()
    {
        for (var number = 0; number <= LastCapability; number++)
        {
            if ((Mask & (1UL << number)) is 0)
            {
                // Numbers beyond the kernel's last are refused, which is fine.
                _ = Libc.ProcessControl(DropBounding, (nuint)number, 0, 0, 0);
            }
        }

    }

    /// <summary>Takes everything else from the calling thread, for good; from a user who has nothing, nothing.</summary>
    public static void Drop()
    {
        var mask = Libc.GetEffectiveUser() is 0 ? Mask : 0;
        var (low, high) = ((uint)mask, (uint)(mask >> 32));
        var header = stackalloc uint[2] { Version3, 0 };
        var sets = stackalloc uint[6] { low, low, 0, high, high, 0 };
        if (Libc.Syscall(CallNumbers.SetCapabilities, (nint)header, (nint)sets, 0, 0) is not 0
            || Libc.ProcessControl(NoNewPrivileges, 1, 0, 0, 0) is not 0)
        {
            throw new RuntimeException(RuntimeError.Failed, "The privileges could not be given up.");
        }
    }
}
