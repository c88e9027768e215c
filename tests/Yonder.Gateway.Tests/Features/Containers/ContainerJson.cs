using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Yonder.Gateway.Tests.Features.Containers;

/// <summary>Calls as a client that knows nothing of our types makes them.</summary>
internal static class ContainerJson
{
    public static async Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(this HttpClient http, HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length is 0 ? new JsonObject() : JsonNode.Parse(text) ?? throw new JsonException("The body is null."));
    }

    public static Task<(HttpStatusCode Status, JsonNode Body)> GetJsonAsync(this HttpClient http, string path, params (string Name, string Value)[] headers)
        => http.CallAsync(HttpMethod.Get, path, json: null, headers);

    public static Task<(HttpStatusCode Status, JsonNode Body)> PostJsonAsync(this HttpClient http, string path, string? json = null)
        => http.CallAsync(HttpMethod.Post, path, json);

    public static string Text(this JsonNode node, string name) => node[name].ShouldNotBeNull($"{name} is missing in {node}").ToString();

    public static async Task<string> CreateAsync(this HttpClient http, string name, string image = "host")
    {
        var (status, body) = await http.PostJsonAsync("/api/containers", $$"""{"image":"{{image}}","name":"{{name}}"}""");
        ((int)status).ShouldBeInRange(200, 202, body.ToString());
        return body.Text("id");
    }
}
