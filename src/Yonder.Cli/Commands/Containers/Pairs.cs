using Yonder.Cli.Output;

namespace Yonder.Cli.Commands.Containers;

/// <summary>Reads <c>NAME=VALUE</c> options.</summary>
internal static class Pairs
{
    public static IReadOnlyDictionary<string, string>? Parse(string[]? texts, string option)
    {
        if (texts is null or [])
        {
            return null;
        }

        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            pairs[Name(text, option)] = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        return pairs;
    }

    private static string Name(string text, string option)
        => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
            ? text[..end]
            : throw new CliException(ExitCodes.Usage, "bad_option", $"'{text}' is not NAME=VALUE, which {option} takes.");
}
