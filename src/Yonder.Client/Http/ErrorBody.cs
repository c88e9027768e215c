using System.Net;
using System.Text;
using System.Text.Json;

namespace Yonder.Client.Http;

/// <summary>Reads an error out of whatever shape the gateway, an original Rexec server or a proxy in between gave it.</summary>
internal static class ErrorBody
{
    /// <summary>No honest error is longer; a page that a proxy made may be.</summary>
    private const int MaxLength = 64 * 1024;

    public static async Task<YonderApiException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
        var (message, code) = Parse(text);
        return new YonderApiException(response.StatusCode, code, message ?? Describe(response.StatusCode)) { RetryAfter = response.Headers.RetryAfter?.Delta };
    }

    private static string Describe(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "The gateway wants a token: pass one, or set YONDER_TOKEN.",
        HttpStatusCode.Forbidden => "The gateway refuses this to the caller.",
        HttpStatusCode.NotFound => "The gateway does not know what was asked for.",
        HttpStatusCode.TooManyRequests => "The gateway is asked too often; try again later.",
        _ => $"The gateway answered with status {(int)status}.",
    };

    private static async Task<string> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                var buffer = new byte[MaxLength];
                var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status is known and says enough; only its explanation is lost.
            return "";
        }
    }

    private static (string? Message, string? Code) Parse(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{'))
        {
            return (null, null);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return (Text(root, "error") ?? Text(root, "detail") ?? Text(root, "message") ?? Text(root, "title"), Text(root, "code"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
