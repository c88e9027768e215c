namespace Yonder.Runtimes.Journals;

/// <summary>What one read of a <see cref="ByteCursor"/> found.</summary>
/// <param name="Offset">The absolute offset of the first of <paramref name="Bytes"/>.</param>
/// <param name="Bytes">The bytes, in place: valid until the cursor's next call. Empty only with a gap or at the end.</param>
/// <param name="Gap">How many bytes right before <paramref name="Offset"/> are gone and will never be read; 0 as a rule.</param>
/// <param name="IsEnd">Whether the journal is complete and everything of it has been read.</param>
/// <param name="Error">At the end: why the producer stopped, when it failed.</param>
public readonly record struct ByteRead(long Offset, ReadOnlyMemory<byte> Bytes, long Gap = 0, bool IsEnd = false, Exception? Error = null);
