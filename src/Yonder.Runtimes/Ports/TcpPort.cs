namespace Yonder.Runtimes.Ports;

/// <summary>A TCP port on the runtime's own loopback or any of its addresses.</summary>
/// <param name="Number">1 to 65535.</param>
public sealed record TcpPort(int Number) : PortAddress;
