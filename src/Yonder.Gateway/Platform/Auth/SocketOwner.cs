using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Says whose the other end of a loopback connection is.</summary>
internal static partial class SocketOwner
{
    private static readonly uint OwnUser = GetEffectiveUserId();

    public static bool IsOwnUser(ConnectionInfo connection)
        => connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local }
            && IPAddress.IsLoopback(remote)
            && IPAddress.IsLoopback(local)
            && Find(new IPEndPoint(remote, connection.RemotePort), new IPEndPoint(local, connection.LocalPort)) == OwnUser;

    public static bool IsOwnUser(Socket accepted)
        => accepted is { RemoteEndPoint: IPEndPoint peer, LocalEndPoint: IPEndPoint us }
            && IPAddress.IsLoopback(peer.Address)
            && Find(peer, us) == OwnUser;

    /// <summary>Finds the user that holds the socket at <paramref name="peer"/> that is connected to <paramref name="us"/>.</summary>
    public static uint? Find(IPEndPoint peer, IPEndPoint us)

        // The first asks the kernel for that one socket (microseconds); the tables in /proc are there on every kernel, and slow.
        => SocketDiagnosis.TryFind(peer, us, out var owner) ? owner : SocketTables.Find(peer, us);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();
}
