namespace Yonder.Runtimes.Journals;

/// <summary>What one read of a <see cref="RecordCursor{T}"/> found.</summary>
/// <param name="Records">The records, oldest first: valid until the cursor's next call. Empty only with a gap or at the end. Numbers that are missing between them were superseded by a later record of the same key.</param>
/// <param name="Gap">How many numbers before the first record are gone and will never be read; 0 as a rule.</param>
/// <param name="IsEnd">Whether the journal is complete and everything of it has been read.</param>
/// <param name="Error">At the end: why the producer stopped, when it failed.</param>
public readonly record struct RecordRead<T>(ReadOnlyMemory<JournalRecord<T>> Records, long Gap = 0, bool IsEnd = false, Exception? Error = null);
