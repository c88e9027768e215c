namespace Yonder.Runtimes.Ports;

/// <summary>A Unix stream socket in the runtime's file system.</summary>
/// <param name="Path">The socket's path.</param>
public sealed record UnixPort(RemotePath Path) : PortAddress;
