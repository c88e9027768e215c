namespace Yonder.Drivers.Local.Native;

/// <summary>struct winsize.</summary>
internal struct WindowSize
{
    public ushort Rows;
    public ushort Columns;
    public ushort PixelWidth;
    public ushort PixelHeight;
}
