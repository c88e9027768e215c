using System.Security.Cryptography;

namespace Yonder.Gateway.Features.Terminals.Sharing;

/// <summary>Six characters that are easy to read out: no two of them look alike.</summary>
internal static class ShareCode
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 6;

    public static string Create() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code that somebody typed.</summary>
    public static string Normalize(string typed) => typed.Trim().ToUpperInvariant();
}
