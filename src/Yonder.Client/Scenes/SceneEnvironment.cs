using System.Globalization;

namespace Yonder.Client.Scenes;

/// <summary>What the environment says about scene connections, under the names that programs for the original use.</summary>
internal static class SceneEnvironment
{
    private const int DefaultMaxBytes = 1 << 28;

    public static Uri Uri => Environment.GetEnvironmentVariable("VUER_CLIENT_URI") is { Length: > 0 } text
        ? Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : throw new FormatException($"VUER_CLIENT_URI is no URI: {text}")
        : new Uri("ws://localhost:8012");

    public static int MaxMessageBytes => Environment.GetEnvironmentVariable("WEBSOCKET_MAX_SIZE") is { Length: > 0 } text
        ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : throw new FormatException($"WEBSOCKET_MAX_SIZE is no number of bytes: {text}")
        : DefaultMaxBytes;

    public static bool VerifyCertificates => Environment.GetEnvironmentVariable("VUER_SSL_VERIFY")?.Trim().ToUpperInvariant() switch
    {
        null or "" or "TRUE" or "1" or "YES" or "ON" => true,
        "FALSE" or "0" or "NO" or "OFF" => false,
        var text => throw new FormatException($"VUER_SSL_VERIFY is true or false, not {text}"),
    };
}
