using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Yonder.Runtimes;

namespace Yonder.Drivers.Docker.Engine;

/// <summary>Turns what goes wrong with an engine into the one exception that crosses the driver's boundary.</summary>
internal static class EngineErrors
{
    private const int MaxMessage = 600;

    /// <summary>The exception for an answer that is an error.</summary>
    public static RuntimeException FromAnswer(HttpStatusCode status, string message)
    {
        var text = message.Length > MaxMessage ? message[..MaxMessage] : message;
        return new(Classify(status, text), text.Length > 0 ? Sentence(text) : $"The engine answered with status {(int)status}.");
    }

    /// <summary>Whether <paramref name="error"/> is about the connection or the answer, and so becomes <see cref="FromTransport"/>.</summary>
    public static bool IsTransport(Exception error) => error is HttpRequestException or IOException or SocketException or AuthenticationException or JsonException or InvalidDataException;

    /// <summary>The exception for a connection that failed or an answer that makes no sense.</summary>
    public static RuntimeException FromTransport(Exception error, EngineEndpoint endpoint) => error switch
    {
        RuntimeException known => known,
        { InnerException: RuntimeException known } => known,
        JsonException or InvalidDataException or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            => new(RuntimeError.Failed, $"What answers at {endpoint} does not speak the Docker Engine API.", error),
        _ when Socket(error) is { SocketErrorCode: SocketError.AccessDenied }
            => new(RuntimeError.AccessDenied, $"This user may not use the engine at {endpoint}.", error),
        _ => new(RuntimeError.Unreachable, $"The engine at {endpoint} does not answer.", error),
    };

    /// <summary>The socket error at the bottom of <paramref name="error"/>, if there is one.</summary>
    public static SocketException? Socket(Exception? error)
    {
        while (error is not (null or SocketException))
        {
            error = error.InnerException;
        }

        return error as SocketException;
    }

    private static RuntimeError Classify(HttpStatusCode status, string text) => text switch
    {
        _ when Says(text, "no space left on device") || Says(text, "cannot allocate memory") => RuntimeError.NoSpace,
        _ when Says(text, "is not running") || Says(text, "is paused") || Says(text, "not in running state") || Says(text, "container state improper") => RuntimeError.WrongState,
        _ => status switch
        {
            HttpStatusCode.BadRequest => RuntimeError.InvalidRequest,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => RuntimeError.AccessDenied,
            HttpStatusCode.NotFound => RuntimeError.NotFound,
            HttpStatusCode.Conflict => RuntimeError.WrongState,
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => RuntimeError.Unreachable,
            _ => RuntimeError.Failed,
        },
    };

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Sentence(string text) => $"The engine says: {text.TrimEnd('\r', '\n', ' ', '.')}.";
}
