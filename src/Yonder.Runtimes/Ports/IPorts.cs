namespace Yonder.Runtimes.Ports;

/// <summary>Connects to what programs in the runtime listen on.</summary>
public interface IPorts
{
    /// <summary>Opens one connection.</summary>
    /// <exception cref="RuntimeException">Nobody listens there (<see cref="RuntimeError.Unreachable"/>), or the place cannot dial such an address.</exception>
    ValueTask<DuplexStream> DialAsync(PortAddress address, CancellationToken cancellationToken = default);
}
