namespace Yonder.Runtimes.Journals;

/// <summary>A record and its place in its journal.</summary>
/// <param name="Sequence">Its number: 0 for the first of the journal, then one more for each.</param>
/// <param name="Value">The record.</param>
public readonly record struct JournalRecord<T>(long Sequence, T Value);
