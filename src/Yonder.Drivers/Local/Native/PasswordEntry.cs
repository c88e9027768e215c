namespace Yonder.Drivers.Local.Native;

/// <summary>struct passwd.</summary>
internal unsafe struct PasswordEntry
{
    public byte* Name;
    public byte* Password;
    public uint User;
    public uint Group;
    public byte* Comment;
    public byte* Home;
    public byte* Shell;
}
