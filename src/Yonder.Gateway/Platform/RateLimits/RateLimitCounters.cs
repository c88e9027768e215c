using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Yonder.Gateway.Platform.RateLimits;

/// <summary>Counts requests by client and limit in the current minute. A new minute is a new, empty table: nothing ages, nothing is swept.</summary>
internal sealed class RateLimitCounters(TimeProvider time)
{
    // Beyond so many clients in one minute the rest share one count: memory stays bounded, whoever comes.
    private const int MostClients = 50_000;

    private volatile Table _table = new(0);

    /// <summary>Counts one request; returns how many there are now, and when the count starts again.</summary>
    public (int Count, int SecondsLeft) Count(RateLimit limit, IPAddress client)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var table = Current(now / 60);
        var key = (limit, Group(client));
        if (table.Counters.Count >= MostClients && !table.Counters.ContainsKey(key))
        {
            key = (limit, IPAddress.None);
        }

        return (table.Counters.AddOrUpdate(key, 1, (_, count) => count + 1), (int)(60 - (now % 60)));
    }

    // Whoever has one IPv6 address has its whole /64.
    private static IPAddress Group(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }

    private Table Current(long minute)
    {
        var table = _table;
        if (table.Minute == minute)
        {
            return table;
        }

        // Two requests may both see the new minute; whoever loses counts in a table that is thrown away, once.
        return _table = new Table(minute);
    }

    private sealed record Table(long Minute)
    {
        public ConcurrentDictionary<(RateLimit Limit, IPAddress Client), int> Counters { get; } = new();
    }
}
