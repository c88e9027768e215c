using System.Security.Cryptography;
using System.Text;

namespace Yonder.Gateway.Platform.Auth;

/// <summary>The text of a token: <c>rexec_</c> and 32 random bytes in hex. Only its SHA-256 is ever kept.</summary>
internal static class TokenSecret
{
    public const string Start = "rexec_";

    private const int PrefixLength = 12;

    public static string Create() => Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string PrefixOf(string token) => token[..PrefixLength];

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
