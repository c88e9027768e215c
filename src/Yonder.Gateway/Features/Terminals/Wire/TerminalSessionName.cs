using System.Security.Cryptography;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>The names of sessions whose clients asked for none in particular.</summary>
internal static class TerminalSessionName
{
    private const string EmbedPrefix = "embed-";
    private const string OwnPrefix = "t-";

    /// <summary>Whether the embed widget made it up for one page view.</summary>
    public static bool IsEmbed(string? name) => name?.StartsWith(EmbedPrefix, StringComparison.Ordinal) is true;

    /// <summary>Whether we made it up for one socket.</summary>
    public static bool IsOwn(string name) => name.StartsWith(OwnPrefix, StringComparison.Ordinal);

    /// <summary>A name that nobody can guess: it is what brings a client back to its shell.</summary>
    public static string Create() => $"{OwnPrefix}{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
}
