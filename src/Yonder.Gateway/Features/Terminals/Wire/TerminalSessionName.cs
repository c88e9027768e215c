using System.Security.Cryptography;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>The names of sessions: what a client may ask for, and what we make for those that ask for none.</summary>
internal static class TerminalSessionName
{
    private const int MaxLength = 128;
    private const string EmbedPrefix = "embed-";

    public static bool IsEmbed(string? name) => name?.StartsWith(EmbedPrefix, StringComparison.Ordinal) is true;

    public static bool IsValid(string name)
        => name.Length is > 0 and <= MaxLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');

    /// <summary>A name that nobody can guess: it is what brings a client back to its shell.</summary>
    public static string Create() => $"t-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
}
