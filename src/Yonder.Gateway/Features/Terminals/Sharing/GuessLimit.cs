using System.Collections.Concurrent;
using System.Net;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Makes guessing codes hopeless: an address that names too many that do not exist has to wait.</summary>
internal sealed class GuessLimit(TimeProvider time)
{
    private const int Allowed = 20;
    private const int MaxAddresses = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, Tries> _tries = new();

    public bool IsExceeded(IPAddress? address)
        => address is not null && _tries.TryGetValue(address, out var tries) && time.GetUtcNow() < tries.Until && tries.Count >= Allowed;

    public void CountMiss(IPAddress? address)
    {
        if (address is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (_tries.Count >= MaxAddresses)
        {
            Forget(now);
        }

        _tries.AddOrUpdate(
            address,
            _ => new Tries(1, now + Window),
            (_, tries) => now < tries.Until ? tries with { Count = tries.Count + 1 } : new Tries(1, now + Window));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var entry in _tries)
        {
            if (now >= entry.Value.Until)
            {
                _tries.TryRemove(entry);
            }
        }
    }

    private sealed record Tries(int Count, DateTimeOffset Until);
}
