using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yonder.Runtimes;

namespace Yonder.Gateway.Platform.Problems;

/// <summary>Turns whatever ended a request into what its caller may know.</summary>
internal static partial class RequestProblems
{
    public static Problem Unexpected { get; } = new(StatusCodes.Status500InternalServerError, "internal_error", "Something failed in the gateway; its log says what.");

    public static Problem From(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        RuntimeException runtime => runtime.ToProblem(),
        BadHttpRequestException { InnerException: JsonException json } => BadJson(json),
        JsonException json => BadJson(json),
        BadHttpRequestException bad => FromStatus(bad.StatusCode, ParameterType().Replace(bad.Message, "'${name}'")),
        _ => Unexpected,
    };

    /// <summary>The problem of an answer that has a status and nothing else.</summary>
    public static Problem FromStatus(int status, string? message = null) => status switch
    {
        StatusCodes.Status400BadRequest => new Problem(status, "bad_request", message ?? "The request could not be understood."),
        StatusCodes.Status404NotFound => new Problem(status, "not_found", message ?? "not found"),
        StatusCodes.Status405MethodNotAllowed => new Problem(status, "method_not_allowed", message ?? "This address does not take that method."),
        StatusCodes.Status408RequestTimeout => new Problem(status, "request_timeout", message ?? "The request took too long to arrive."),
        StatusCodes.Status413PayloadTooLarge => new Problem(status, "body_too_large", message ?? "The request's body is too large."),
        StatusCodes.Status415UnsupportedMediaType => new Problem(status, "unsupported_media_type", message ?? "The request's body must be JSON (Content-Type: application/json)."),
        _ => new Problem(status, string.Create(CultureInfo.InvariantCulture, $"http_{status}"), message ?? "The request was refused."),
    };

    private static Problem BadJson(JsonException exception)
    {
        var place = exception is { Path: { Length: > 0 } path } ? $" at {path}" : "";
        var line = exception.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number + 1}") : "";
        return new Problem(StatusCodes.Status400BadRequest, "invalid_json", $"The body is not the JSON that was expected{place}{line}.");
    }

    // The framework names parameters with their C# type ("int limit"); the type says nothing to a caller.
    [GeneratedRegex("\"[^\" ]+ (?<name>[^\" ]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterType();
}
