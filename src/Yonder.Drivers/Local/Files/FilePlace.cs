using Microsoft.Win32.SafeHandles;
using Yonder.Runtimes;

namespace Yonder.Drivers.Local.Files;

/// <summary>A name in an open directory.</summary>
/// <param name="Directory">The directory; owned.</param>
/// <param name="Name">The name with its terminator.</param>
/// <param name="Path">The whole path, for messages.</param>
internal sealed record FilePlace(SafeFileHandle Directory, byte[] Name, RemotePath Path) : IDisposable
{
    public void Dispose() => Directory.Dispose();
}
