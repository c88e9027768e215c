using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Protocol;
using Yonder.Protocol.Files;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Gateway.Features.Files;

/// <summary>Writes a file from any of the three forms in which clients send one. Each is told by its content type and its query.</summary>
internal static class UploadEndpoint
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/", ReceiveAsync).WithName("UploadFile");
        group.MapPut("/", ReceiveAsync).WithName("PutFile");
    }

    private static async Task<IResult> ReceiveAsync(Caller caller, string id, HttpRequest http, OwnRuntimes runtimes, IOptions<FilesOptions> options, CancellationToken cancellationToken)
    {
        using var own = await runtimes.OpenAsync(caller, id, cancellationToken);
        own.Runtime.Files.Require();
        var type = MediaTypeHeaderValue.TryParse(http.ContentType, out var parsed) ? parsed : null;
        if (type?.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) is true && !http.Query.ContainsKey("path"))
        {
            return await ReceiveJsonAsync(own.Runtime, http, options.Value, cancellationToken);
        }

        Allow(http, options.Value.UploadLimit);
        return type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true
            ? await FormUpload.ReceiveAsync(own.Runtime, http, type, options.Value, cancellationToken)
            : await ReceiveRawAsync(own.Runtime, http, options.Value, cancellationToken);
    }

    /// <summary>Writes the content and says what became of it.</summary>
    public static async Task<IResult> WriteAsync(UploadTarget target, Stream content, long? length, CancellationToken cancellationToken)
    {
        var files = target.Runtime.Files.Require();
        await files.WriteAsync(target.Path, content, new FileWriteOptions { Mode = target.Mode, Length = length }, cancellationToken);
        var written = await files.StatAsync(target.Path, followLink: true, cancellationToken);
        return TypedResults.Json(
            new FileAnswer("file uploaded successfully", target.Path.ToString()) { Filename = target.Path.Name.ToString(), Size = written?.Size ?? length },
            RexecJson.Default.FileAnswer);
    }

    /// <summary>The permission bits that the query asks for, in octal as people write them.</summary>
    public static int? Mode(HttpRequest http)
    {
        var text = http.Query["mode"].ToString();
        return text.Length is 0 ? null
            : text.Length <= 5 && text.All(digit => digit is >= '0' and <= '7') && Convert.ToInt32(text, 8) is var mode and <= 0xFFF ? mode
            : throw new ProblemException(new Problem(StatusCodes.Status400BadRequest, "invalid_mode", "mode must be octal, 0 to 7777"));
    }

    private static async Task<IResult> ReceiveRawAsync(IRuntime runtime, HttpRequest http, FilesOptions options, CancellationToken cancellationToken)
    {
        var path = runtime.Resolve(http.Query["path"]);
        if (http.ContentLength > options.UploadLimit)
        {
            throw FileProblems.TooLarge(options.UploadLimit.Value);
        }

        return await WriteAsync(new UploadTarget(runtime, path, Mode(http)), http.Body, http.ContentLength, cancellationToken);
    }

    private static async Task<IResult> ReceiveJsonAsync(IRuntime runtime, HttpRequest http, FilesOptions options, CancellationToken cancellationToken)
    {
        var upload = await RexecBody.ReadAsync(http, RexecJson.Default.FileUpload, options.JsonUploadLimit);
        var content = upload.Content ?? [];
        using var stream = new MemoryStream(content, writable: false);
        return await WriteAsync(new UploadTarget(runtime, runtime.Resolve(upload.Path), Mode(http)), stream, content.Length, cancellationToken);
    }

    /// <summary>Lifts the server's own limit, which is meant for bodies that are held in memory.</summary>
    private static void Allow(HttpRequest http, long? limit)
    {
        if (http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // A form is a little longer than the file in it.
            size.MaxRequestBodySize = limit + FormUpload.Overhead;
        }
    }
}
