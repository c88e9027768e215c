using System.Runtime.InteropServices;

namespace Yonder.Cli.Tty;

/// <summary>poll(2)'s <c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry
{
    public int Descriptor;
    public short Wanted;
    public short Got;
}
