using Yonder.Runtimes.Journals;

namespace Yonder.Runtimes.Keeper;

/// <summary>How to read a kept program's output.</summary>
public sealed record AttachSpec
{
    /// <summary>Gets which output.</summary>
    public KeptOutput Output { get; init; }

    /// <summary>Gets the absolute offset of the first byte wanted; <see langword="null"/> for the oldest that is kept.</summary>
    public long? Since { get; init; }

    /// <summary>
    /// Gets a name for the viewer by which it is known when it returns: attaching again takes over what an earlier attachment of the
    /// same name holds, be it cut off or not noticed to be.
    /// </summary>
    public string? Viewer { get; init; }

    /// <summary>Gets how the viewer takes part in holding the program.</summary>
    public CursorOptions Cursor { get; init; } = CursorOptions.Viewer;
}
