namespace Yonder.Protocol.Terminals;

/// <summary>One object on the terminal socket in JSON mode. A receiver ignores types and fields that it does not know.</summary>
/// <param name="Type">What it is, e.g. <c>output</c>, <c>resize</c>, <c>ping</c>.</param>
public sealed record TerminalFrame(string Type)
{
    /// <summary>Gets the text that goes with it: output, input, or a sentence.</summary>
    public string? Data { get; init; }

    /// <summary>Gets the session's name, in <c>connected</c>.</summary>
    public string? Session { get; init; }

    /// <summary>Gets the offset in the session's output after this frame: what to ask for as <c>since</c> to go on from here.</summary>
    public long? Offset { get; init; }

    /// <summary>Gets how many bytes before <see cref="Offset"/> are gone for good, in <c>connected</c> and <c>gap</c>.</summary>
    public long? Gap { get; init; }

    /// <summary>Gets the exit code, in <c>exit</c>.</summary>
    public int? Code { get; init; }

    /// <summary>Gets the width, in <c>resize</c>.</summary>
    public int? Cols { get; init; }

    /// <summary>Gets the height, in <c>resize</c>.</summary>
    public int? Rows { get; init; }
}
