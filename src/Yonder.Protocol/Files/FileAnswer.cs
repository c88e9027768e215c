namespace Yonder.Protocol.Files;

/// <summary>The answer to a change of files.</summary>
/// <param name="Message">What was done, for people.</param>
/// <param name="Path">The absolute path it was done to.</param>
public sealed record FileAnswer(string Message, string Path)
{
    /// <summary>Gets the last part of the path of a file that was uploaded.</summary>
    public string? Filename { get; init; }

    /// <summary>Gets the size in bytes of a file that was uploaded.</summary>
    public long? Size { get; init; }
}
