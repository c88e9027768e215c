using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Containers;

/// <summary>What containers may be called.</summary>
internal static partial class ContainerNames
{
    private static readonly string[] Adjectives = ["amber", "brave", "calm", "clever", "bright", "eager", "gentle", "happy", "keen", "lively", "nimble", "proud", "quiet", "rapid", "silver", "steady", "swift", "warm", "wise", "young"];
    private static readonly string[] Nouns = ["badger", "comet", "crane", "dolphin", "ember", "falcon", "forest", "harbor", "heron", "island", "lantern", "maple", "meadow", "otter", "pebble", "raven", "river", "sparrow", "summit", "willow"];

    /// <summary>Checks the name that a caller gave; makes one up when there is none.</summary>
    public static string Choose(string? name)
        => name?.Trim() switch
        {
            null or "" => string.Create(CultureInfo.InvariantCulture, $"{Pick(Adjectives)}-{Pick(Nouns)}-{RandomNumberGenerator.GetInt32(1000)}"),
            { Length: > 64 } => throw Invalid("it is longer than 64 characters"),
            var given when !Allowed().IsMatch(given) => throw Invalid("use letters, digits, '-' and '_', and begin with a letter or digit"),
            var given => given,
        };

    private static string Pick(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];

    private static ProblemException Invalid(string why)
        => new(new Problem(StatusCodes.Status400BadRequest, "invalid_container_name", $"invalid container name: {why}"));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
