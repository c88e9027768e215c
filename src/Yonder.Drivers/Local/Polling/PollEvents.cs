namespace Yonder.Drivers.Local.Polling;

/// <summary>The events of epoll.</summary>
[Flags]
internal enum PollEvents : uint
{
    None = 0,
    Readable = 0x1,
    Writable = 0x4,
    Error = 0x8,
    HangUp = 0x10,
    OneShot = 1u << 30,
}
