namespace Yonder.Gateway.Platform.Rexec;

/// <summary>Tells from a request's headers which form of a list its client can read: the published SDKs disagree, and none says.</summary>
internal static class ListShapes
{
    private static readonly string[] Enveloped = ["GuzzleHttp", "okhttp", "pipeops-rexec-php", "pipeops-rexec-java"];
    private static readonly string[] Bare = ["python-httpx", "Faraday"];
    private static readonly string[] JavaScript = ["node", "undici", "Deno", "Bun", "Mozilla"];

    public static ListShape OfContainers(HttpRequest request) => Asked(request) ?? Known(request) ?? ListShape.Envelope;

    public static ListShape OfFiles(HttpRequest request)
        => Asked(request) ?? Known(request) ?? (Agent(request) switch
        {
            "" => Unnamed(request),
            var agent when IsPlainJson(request) && StartsWithAny(agent, ["Go-http-client"]) => ListShape.Array,
            _ => ListShape.Envelope,
        });

    private static ListShape? Asked(HttpRequest request) => request.Query["shape"].ToString() switch
    {
        "array" => ListShape.Array,
        "envelope" => ListShape.Envelope,
        _ => null,
    };

    private static ListShape? Known(HttpRequest request) => Agent(request) switch
    {
        var agent when StartsWithAny(agent, Enveloped) => ListShape.Envelope,
        var agent when StartsWithAny(agent, Bare) => ListShape.Array,
        var agent when IsPlainJson(request) && StartsWithAny(agent, JavaScript) => ListShape.Array,
        _ => null,
    };

    // Two SDKs send no name. They escape a path's slashes differently: .NET in lower case, Rust in upper case.
    private static ListShape Unnamed(HttpRequest request)
        => request.QueryString.Value?.Contains("%2F", StringComparison.Ordinal) is true ? ListShape.Array : ListShape.Envelope;

    private static string Agent(HttpRequest request) => request.Headers.UserAgent.ToString();

    private static bool IsPlainJson(HttpRequest request) => string.Equals(request.Headers.Accept.ToString(), "application/json", StringComparison.Ordinal);

    private static bool StartsWithAny(string agent, string[] names) => Array.Exists(names, name => agent.StartsWith(name, StringComparison.Ordinal));
}
