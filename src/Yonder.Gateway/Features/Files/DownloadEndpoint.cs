using System.Globalization;
using System.Net.Http.Headers;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Rexec;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Gateway.Features.Files;

/// <summary>Sends a file, or a part of one, as it is read.</summary>
internal static class DownloadEndpoint
{
    // Large enough that the calls cost nothing beside the copying, small enough for thousands of downloads at once.
    private const int BufferSize = 256 * 1024;

    public static void Map(RouteGroupBuilder group)
        => group.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], DownloadAsync).WithName("DownloadFile");

    private static async Task DownloadAsync(HttpContext context, string id, OwnRuntimes runtimes)
    {
        using var own = await runtimes.OpenAsync(Caller.Of(context), id, context.RequestAborted);
        var path = own.Runtime.Resolve(context.Request.Query["path"]);
        var files = own.Runtime.Files.Require();
        var entry = await files.StatAsync(path, followLink: true, context.RequestAborted) ?? throw FileProblems.NotFound(path);
        if (entry.Kind is FileKind.Directory)
        {
            throw FileProblems.IsDirectory(path);
        }

        var tag = Tag(entry);
        Describe(context.Response, entry, path, tag);
        if (IsUnchanged(context.Request, entry, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // A device's size says nothing of what can be read from it.
        var size = entry.Kind is FileKind.File ? entry.Size : (long?)null;
        var range = size is { } known && MayResume(context.Request, entry, tag) ? ByteRange.Parse(context.Request.Headers.Range, known) : null;
        if (range is { Length: < 0 })
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            context.Response.Headers.ContentRange = $"bytes */{size}";
            context.Response.ContentLength = 0;
            return;
        }

        await SendAsync(context, files, path, size, range);
    }

    private static async Task SendAsync(HttpContext context, IFiles files, RemotePath path, long? size, ByteRange? range)
    {
        var response = context.Response;
        response.ContentLength = range?.Length ?? size;
        if (range is { } part)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {part.Offset}-{part.Offset + part.Length - 1}/{size}";
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // Bounded by the announced length: a file that grows meanwhile would otherwise break the answer's framing.
        await using var content = await FileProblems.NamingAsync(
            path, () => files.OpenReadAsync(path, range?.Offset ?? 0, response.ContentLength, context.RequestAborted).AsTask());
        await content.CopyToAsync(response.Body, BufferSize, context.RequestAborted);
    }

    private static void Describe(HttpResponse response, FileEntry entry, RemotePath path, string tag)
    {
        var headers = response.Headers;
        response.ContentType = "application/octet-stream";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = path.Name.ToString() }.ToString();
        headers.AcceptRanges = "bytes";
        headers.ETag = tag;
        headers.LastModified = entry.ModifiedAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        headers.CacheControl = "private, no-cache";
        headers["X-File-Size"] = entry.Size.ToString(CultureInfo.InvariantCulture);
        headers["X-File-Mode"] = FileMapping.ModeText(entry.Kind, entry.Mode);
    }

    private static string Tag(FileEntry entry) => string.Create(CultureInfo.InvariantCulture, $"\"{entry.ModifiedAt.UtcTicks:x}-{entry.Size:x}\"");

    private static bool IsUnchanged(HttpRequest request, FileEntry entry, string tag)
        => request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known
            ? known is "*" || known.Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal)
            : DateTimeOffset.TryParse(request.Headers.IfModifiedSince, CultureInfo.InvariantCulture, out var since) && entry.ModifiedAt.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();

    /// <summary>A part is only sent of the file that the client began with.</summary>
    private static bool MayResume(HttpRequest request, FileEntry entry, string tag)
        => request.Headers.IfRange.ToString() is not { Length: > 0 } condition
            || string.Equals(condition, tag, StringComparison.Ordinal)
            || (DateTimeOffset.TryParse(condition, CultureInfo.InvariantCulture, out var since) && entry.ModifiedAt.ToUnixTimeSeconds() == since.ToUnixTimeSeconds());
}
