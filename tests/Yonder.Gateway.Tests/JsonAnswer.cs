using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Yonder.Gateway.Tests;

/// <summary>An answer as a client without our types sees it.</summary>
internal sealed record JsonAnswer(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Message)
{
    /// <summary>Sends a request and reads the JSON that comes back.</summary>
    public static async Task<JsonAnswer> SendAsync(HttpClient http, HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {token}");
        }

        return await SendAsync(http, request);
    }

    public static async Task<JsonAnswer> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new JsonAnswer(answer.StatusCode, text.Length is 0 ? default : JsonDocument.Parse(text).RootElement, answer);
    }

    public string? Text(string name) => Body.TryGetProperty(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
