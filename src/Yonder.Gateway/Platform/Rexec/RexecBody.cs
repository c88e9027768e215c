using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Platform.Rexec;

/// <summary>Reads JSON bodies as Rexec clients send them: with or without a length, whatever content type they claim.</summary>
internal static class RexecBody
{
    /// <summary>The largest JSON body of a call that carries no file.</summary>
    public const int DefaultLimit = 1 << 20;

    /// <summary>Reads a body that must be there.</summary>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, long limit = DefaultLimit)
        where T : class
        => await ReadOrNullAsync(request, type, limit) ?? throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "body_missing", "The request needs a JSON body."));

    /// <summary>Reads a body that may be missing or empty.</summary>
    public static async Task<T?> ReadOrNullAsync<T>(HttpRequest request, JsonTypeInfo<T> type, long limit = DefaultLimit)
        where T : class
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        var reader = request.BodyReader;
        var head = await reader.ReadAsync(request.HttpContext.RequestAborted);
        reader.AdvanceTo(head.Buffer.Start);
        return head is { IsCompleted: true, Buffer.IsEmpty: true }
            ? null
            : await JsonSerializer.DeserializeAsync(reader.AsStream(leaveOpen: true), type, request.HttpContext.RequestAborted);
    }
}
