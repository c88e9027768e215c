using System.Text.RegularExpressions;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Containers.Images;

/// <summary>Understands the three ways to name an image: short name, full reference, and <c>custom</c> with the reference in a field of its own.</summary>
internal static partial class ImageReferences
{
    private const string Custom = "custom";
    private const string CustomPrefix = "custom:";
    private const int Longest = 512;

    /// <summary>The one image of the Local driver: this machine.</summary>
    private const string Host = "host";

    public static ImageChoice Resolve(string? image, string? customImage)
    {
        var asked = image?.Trim() ?? "";
        if (asked is Custom)
        {
            return customImage?.Trim() is { Length: > 0 } custom
                ? new ImageChoice(Check(custom, "custom_image"), custom)
                : throw Invalid("custom_image is required when image is 'custom'");
        }

        var reference = asked.StartsWith(CustomPrefix, StringComparison.Ordinal) ? asked[CustomPrefix.Length..] : asked;
        return reference switch
        {
            "" => throw Invalid("image is required"),
            Host => new ImageChoice(Host, asked, Driver: "local"),
            _ => new ImageChoice(ImageCatalog.Find(reference)?.Reference ?? Check(reference, "image"), asked),
        };
    }

    private static string Check(string reference, string field)
        => reference.Length <= Longest && Allowed().IsMatch(reference) ? reference : throw Invalid($"invalid {field} format");

    private static ProblemException Invalid(string message) => new(new Problem(StatusCodes.Status400BadRequest, "invalid_image", message));

    // registry:port/name/name:tag@algorithm:digest, loosely: its meaning is the engine's to check, that it is no option or path is ours.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*(:[0-9]+)?(/[A-Za-z0-9][A-Za-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9._-]*)?(@[A-Za-z0-9+._-]+:[A-Fa-f0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
