using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Says whether the other end of a loopback connection belongs to the gateway's own user, as the kernel's socket tables tell.</summary>
internal static partial class SameUserSockets
{
    private static readonly uint OwnUser = GetEffectiveUserId();

    public static bool Owns(HttpContext context)
    {
        var connection = context.Connection;
        return connection.RemoteIpAddress is { } remote && connection.LocalIpAddress is { } local
            && IsOwn(new IPEndPoint(remote, connection.RemotePort), new IPEndPoint(local, connection.LocalPort));
    }

    /// <summary>Whether the socket that is bound to <paramref name="peer"/> and connected to <paramref name="us"/> is our user's.</summary>
    public static bool IsOwn(IPEndPoint peer, IPEndPoint us)
        => Search("/proc/net/tcp", peer, us) ?? Search("/proc/net/tcp6", peer, us) ?? false;

    private static bool? Search(string table, IPEndPoint peer, IPEndPoint us)
    {
        foreach (var line in File.ReadLines(table).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Parse(fields[1]) is { } local && Parse(fields[2]) is { } remote && Same(local, peer) && Same(remote, us))
            {
                // A socket whose program has closed it has no inode and counts as root's: it proves nothing.
                return fields[9] is not "0" && uint.Parse(fields[7], CultureInfo.InvariantCulture) == OwnUser;
            }
        }

        return null;
    }

    private static bool Same(IPEndPoint a, IPEndPoint b) => a.Port == b.Port && a.Address.MapToIPv6().Equals(b.Address.MapToIPv6());

    // Addresses are printed as 32-bit words in the machine's byte order, ports as numbers.
    private static IPEndPoint? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var bytes = Convert.FromHexString(text.AsSpan(0, colon));
        if (BitConverter.IsLittleEndian)
        {
            for (var word = 0; word < bytes.Length; word += 4)
            {
                Array.Reverse(bytes, word, 4);
            }
        }

        return new IPEndPoint(new IPAddress(bytes), int.Parse(text.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();
}
