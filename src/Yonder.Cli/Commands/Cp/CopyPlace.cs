namespace Yonder.Cli.Commands.Cp;

/// <summary>One side of a copy: a path here, or <c>CONTAINER:path</c>.</summary>
/// <param name="Container">The container; <see langword="null"/> here.</param>
/// <param name="Path">The path.</param>
internal sealed record CopyPlace(string? Container, string Path)
{
    /// <summary>As in scp: a colon behind the first slash belongs to a path here.</summary>
    public static CopyPlace Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !text.AsSpan(0, colon).Contains('/')
            ? new CopyPlace(text[..colon], colon + 1 < text.Length ? text[(colon + 1)..] : ".")
            : new CopyPlace(Container: null, text);
    }
}
