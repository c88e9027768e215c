using System.Globalization;
using System.Net;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>Reads <c>/proc/net/tcp</c> and <c>tcp6</c>.</summary>
internal static class SocketTables
{
    /// <summary>Finds who holds the socket at <paramref name="peer"/> that is connected to <paramref name="us"/>.</summary>
    public static SocketHolder? Find(IPEndPoint peer, IPEndPoint us)
        => Search("/proc/net/tcp", peer, us) ?? Search("/proc/net/tcp6", peer, us);

    private static SocketHolder? Search(string table, IPEndPoint peer, IPEndPoint us)
    {
        if (!File.Exists(table))
        {
            return null;
        }

        foreach (var line in File.ReadLines(table).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (IsAt(fields[1], peer) && IsAt(fields[2], us))
            {
                // A socket that its program has closed has no inode and counts as root's: it proves nothing.
                return fields[9] is "0" ? null : new(uint.Parse(fields[7], CultureInfo.InvariantCulture), uint.Parse(fields[9], CultureInfo.InvariantCulture));
            }
        }

        return null;
    }

    // Addresses are printed as 32-bit words in the machine's byte order, ports as numbers.
    private static bool IsAt(string text, IPEndPoint endPoint)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (int.Parse(text.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) != endPoint.Port)
        {
            return false;
        }

        var bytes = Convert.FromHexString(text.AsSpan(0, colon));
        for (var word = 0; BitConverter.IsLittleEndian && word < bytes.Length; word += 4)
        {
            Array.Reverse(bytes, word, 4);
        }

        // A socket of a dual-stack program shows IPv4 as ::ffff:127.0.0.1.
        return new IPAddress(bytes).MapToIPv6().Equals(endPoint.Address.MapToIPv6());
    }
}
