namespace Yonder.Drivers.Docker.Execs;

/// <summary>A part of one of the two streams of a process.</summary>
/// <param name="Stream">2 for standard error; the rest is standard output.</param>
/// <param name="Bytes">What came; empty only at the end.</param>
internal readonly record struct FramePiece(byte Stream, ReadOnlyMemory<byte> Bytes)
{
    public bool IsError => Stream is 2;
}
