namespace Yonder.Runtimes.Journals;

/// <summary>Whether a journal's producer waits for a cursor that has fallen behind by the journal's window.</summary>
public enum CursorHold
{
    /// <summary>Never: the cursor reads what is still kept and is told of the gap.</summary>
    None,

    /// <summary>As long as no other <see cref="Shared"/> cursor is further: the fastest of them sets the pace, so that one that is alone misses nothing and one that has stalled keeps nobody waiting.</summary>
    Shared,

    /// <summary>Always, whoever else reads: for a reader that must not miss anything.</summary>
    Strict,
}
