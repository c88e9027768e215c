using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Yonder.Gateway.Platform.Problems;

/// <summary>Reads JSON bodies the way clients send them: whatever their Content-Type says.</summary>
internal static class JsonBody
{
    /// <summary>Reads a body that must be there.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => await ReadOptionalAsync(request, type, cancellationToken)
            ?? throw new ProblemException(RequestProblems.FromStatus(StatusCodes.Status400BadRequest, "The request needs a JSON body."));

    /// <summary>Reads a body that may be left out: some clients announce JSON and send nothing.</summary>
    public static async ValueTask<T?> ReadOptionalAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        // Whether there is a body cannot be told from the headers: a chunked one may be empty.
        var first = await request.BodyReader.ReadAsync(cancellationToken);
        request.BodyReader.AdvanceTo(first.Buffer.Start);
        return first is { IsCompleted: true, Buffer.IsEmpty: true } ? null : await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken);
    }
}
