using System.Text.RegularExpressions;

namespace Yonder.Drivers.Docker.Provisioning;

/// <summary>The name of an image, taken apart as far as a pull needs.</summary>
/// <param name="Name">Registry and repository.</param>
/// <param name="Tag">The tag or digest.</param>
internal sealed partial record ImageReference(string Name, string Tag)
{
    private const int MaxLength = 512;

    /// <summary>Reads a reference; <see langword="null"/> when it is none.</summary>
    public static ImageReference? Parse(string text)
    {
        if (text.Length > MaxLength || Grammar().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var digest = match.Groups["digest"];
        var tag = match.Groups["tag"];
        return new(match.Groups["name"].Value, digest.Success ? digest.Value : tag.Success ? tag.Value : "latest");
    }

    public override string ToString() => Tag.Contains(':', StringComparison.Ordinal) ? $"{Name}@{Tag}" : $"{Name}:{Tag}";

    [GeneratedRegex(
        @"^(?<name>(?:[a-zA-Z0-9][a-zA-Z0-9.-]*(?::[0-9]{1,5})?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[a-fA-F0-9]{32,128}))?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Grammar();
}
