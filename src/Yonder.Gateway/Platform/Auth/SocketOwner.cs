using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Says whose the other end of a loopback connection is: our own user's, and no sandbox's.</summary>
internal static partial class SocketOwner
{
    private static readonly uint OwnUser = GetEffectiveUserId();

    public static bool IsOwnUser(ConnectionInfo connection)
        => connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local }
            && IPAddress.IsLoopback(remote)
            && IPAddress.IsLoopback(local)
            && IsTrusted(Find(new IPEndPoint(remote, connection.RemotePort), new IPEndPoint(local, connection.LocalPort)));

    public static bool IsOwnUser(Socket accepted)
        => accepted is { RemoteEndPoint: IPEndPoint peer, LocalEndPoint: IPEndPoint us }
            && IPAddress.IsLoopback(peer.Address)
            && IsTrusted(Find(peer, us));

    /// <summary>Finds who holds the socket at <paramref name="peer"/> that is connected to <paramref name="us"/>.</summary>
    public static SocketHolder? Find(IPEndPoint peer, IPEndPoint us)

        // The first asks the kernel for that one socket (microseconds); the tables in /proc are there on every kernel, and slow.
        => SocketDiagnosis.TryFind(peer, us, out var holder) ? holder : SocketTables.Find(peer, us);

    private static bool IsTrusted(SocketHolder? holder) => holder is { } found && found.User == OwnUser && HolderSearch.IsBesideUs(found.Inode);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();
}
