namespace Yonder.Drivers.Local.Native;

/// <summary>struct open_how.</summary>
internal struct OpenHow
{
    public ulong Flags;
    public ulong Mode;
    public ulong Resolve;
}
