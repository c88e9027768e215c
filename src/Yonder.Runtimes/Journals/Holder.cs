namespace Yonder.Runtimes.Journals;

/// <summary>A position that a producer may have to wait for: an open cursor's, or what a cursor that was cut off left behind.</summary>
internal sealed class Holder(long position, CursorHold hold)
{
    public long Position { get; set; } = position;

    public CursorHold Hold { get; } = hold;
}
