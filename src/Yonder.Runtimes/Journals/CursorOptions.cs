namespace Yonder.Runtimes.Journals;

/// <summary>How a cursor takes part in a journal.</summary>
public sealed record CursorOptions
{
    /// <summary>Gets a viewer: the producer waits for it while it is alone.</summary>
    public static CursorOptions Viewer { get; } = new();

    /// <summary>Gets an onlooker: nobody waits for it.</summary>
    public static CursorOptions Observer { get; } = new() { Hold = CursorHold.None };

    /// <summary>Gets whether the producer waits for the cursor.</summary>
    public CursorHold Hold { get; init; } = CursorHold.Shared;

    /// <summary>
    /// Gets a value indicating whether a waiting read goes on at once on the producer's thread, which spares a change of thread in the
    /// path of a key's echo. Only for readers that do little until they wait again, such as one socket send.
    /// </summary>
    public bool ResumeInline { get; init; }
}
