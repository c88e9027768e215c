using System.Net;

namespace Yonder.Client;

/// <summary>The gateway answered, and the answer is an error.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The stable name of the error, when the gateway gave one.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class YonderApiException(HttpStatusCode status, string? code, string message) : YonderException(message)
{
    /// <summary>Gets the HTTP status, e.g. 404.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Gets the stable name to switch on, e.g. <c>container_not_found</c>; <see langword="null"/> when the gateway gave none.</summary>
    public string? Code { get; } = code;

    /// <summary>Gets how long the gateway asks to wait before trying again, when it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
