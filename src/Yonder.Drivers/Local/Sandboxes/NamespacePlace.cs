using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Yonder.Drivers.Local.Files;
using Yonder.Drivers.Local.Native;
using Yonder.Drivers.Local.Processes;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Drivers.Local.Sandboxes;

/// <summary>A bubblewrap sandbox that a thread of ours enters, as only root can: no helper program lies between us and the process.</summary>
internal sealed class NamespacePlace(SandboxSetup setup, SandboxRecord record, SandboxGroups groups, RemotePath home, int firstPid)
    : SandboxPlace(setup, record, groups, RootDirectory.OfProcess(firstPid), home, UserAccount.Current)
{
    private const int Mounts = 0x20000;
    private const int HostNames = 0x4000000;
    private const int Messages = 0x8000000;
    private const int Processes = 0x20000000;
    private const int Network = 0x40000000;

    // Held from the start: the number of a sandbox that ended may be another process's.
    private readonly SafeFileHandle _first = Descriptors.Own((int)Libc.Syscall(CallNumbers.PidfdOpen, firstPid, 0, 0, 0), "pidfd_open");

    public override Task<Socket> MakeSocketAsync(Func<Socket> make)
    {
        ThrowIfOver();
        return Record.Network is not NetworkMode.None
            ? Task.FromResult(make())
            : Setup.Lane.RunOnceAsync(() =>
            {
                EnterNamespaces(Network);
                return make();
            });
    }

    protected override Task<(int Pid, SafeFileHandle? Master)> StartAsync(Launcher launcher, Launch launch, UserAccount account, Action enter)
        => Setup.Lane.RunOnceAsync(() =>
        {
            enter();
            EnterNamespaces(Mounts | HostNames | Messages | (Record.Network is NetworkMode.None ? Network : 0));
            return launcher.Start(launch, () =>
            {
                // A thread that shall start processes in another PID namespace cannot start threads, as the runtime may want to.
                EnterNamespaces(Processes);
                Privileges.Limit();
                if (account != Account)
                {
                    account.Become();
                }

                Privileges.Drop();
            });
        });

    protected override void Release() => _first.Dispose();

    private void EnterNamespaces(int kinds)
    {
        ThrowIfOver();
        if (Libc.SetNamespace(_first, kinds) is not 0)
        {
            throw Marshal.GetLastPInvokeError() is Errno.NoProcess
                ? new RuntimeException(RuntimeError.WrongState, "The sandbox does not run any more: start it.")
                : new RuntimeException(RuntimeError.Failed, $"The sandbox could not be entered (error {Marshal.GetLastPInvokeError()}).");
        }
    }
}
