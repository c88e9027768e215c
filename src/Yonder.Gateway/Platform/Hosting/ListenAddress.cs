using System.Globalization;
using System.Net;

namespace Yonder.Gateway.Platform.Hosting;

/// <summary>What <c>--listen</c> says, as the end points it means.</summary>
internal sealed record ListenAddress
{
    private ListenAddress(IReadOnlyList<IPAddress> addresses, int port, string shownHost)
    {
        Addresses = addresses;
        Port = port;
        ShownHost = shownHost;
    }

    /// <summary>Gets the addresses to bind: the first one must work, the others are left out where the machine does not have them.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; }

    public int Port { get; }

    /// <summary>Gets the host that people reach it at from this machine.</summary>
    public string ShownHost { get; }

    public bool IsLoopback => Addresses.All(IPAddress.IsLoopback);

    /// <summary>Reads <c>host:port</c>, <c>[::1]:port</c>, <c>*:port</c> or a port alone.</summary>
    /// <exception cref="StartException">It is none of these.</exception>
    public static ListenAddress Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? "127.0.0.1" : text[..colon].Trim('[', ']');
        if (!ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new StartException($"'{text}' is not an address to listen on. Give host:port, for example 127.0.0.1:23300.");
        }

        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "::1")
        {
            return new ListenAddress([IPAddress.Loopback, IPAddress.IPv6Loopback], port, "127.0.0.1");
        }

        if (host is "*" or "0.0.0.0" or "::" or "")
        {
            return new ListenAddress([IPAddress.Any, IPAddress.IPv6Any], port, "127.0.0.1");
        }

        return IPAddress.TryParse(host, out var address)
            ? new ListenAddress([address], port, new IPEndPoint(address, 0).ToString()[..^2])
            : throw new StartException($"'{host}' is not an address of this machine. Give an IP address, localhost or *.");
    }
}
