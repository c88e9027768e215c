namespace Yonder.Gateway.Platform.Auth;

/// <summary>Who holds a socket, in the kernel's words.</summary>
/// <param name="User">The user's number.</param>
/// <param name="Inode">The socket's own number, by which its process can be found.</param>
internal readonly record struct SocketHolder(uint User, uint Inode);
