using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Yonder.Gateway.Platform.Problems;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;

namespace Yonder.Gateway.Features.Files;

/// <summary>Writes the file part of a form, as it comes.</summary>
internal static class FormUpload
{
    /// <summary>How much longer than its file a form may be.</summary>
    public const long Overhead = 64 * 1024;

    private const int LongestBoundary = 200;

    public static async Task<IResult> ReceiveAsync(IRuntime runtime, HttpRequest http, MediaTypeHeaderValue type, FilesOptions options, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw Invalid("no file uploaded: the form has no boundary");
        }

        var reader = new MultipartReader(boundary, http.Body, 64 * 1024);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && HeaderUtilities.RemoveQuotes(disposition.Name).Equals("file", StringComparison.Ordinal))
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                var path = await TargetAsync(runtime, http, name.ToString(), cancellationToken);
                var content = options.UploadLimit is { } limit ? new LimitedStream(section.Body, limit) : section.Body;
                return await UploadEndpoint.WriteAsync(new UploadTarget(runtime, path, UploadEndpoint.Mode(http)), content, length: null, cancellationToken);
            }
        }

        throw Invalid("no file uploaded: the form has no part named 'file'");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException failure) when (failure is not BadHttpRequestException)
        {
            throw Invalid("no file uploaded: the form ends too early");
        }
    }

    /// <summary>The path names a directory when it ends in a slash or is one, and the file otherwise; without a path it is the home.</summary>
    private static async Task<RemotePath> TargetAsync(IRuntime runtime, HttpRequest http, string fileName, CancellationToken cancellationToken)
    {
        var asked = http.Query["path"].ToString();
        var path = asked.Length is 0 ? runtime.Info.Home : runtime.Resolve(asked);
        var isDirectory = asked.Length is 0 || asked.EndsWith('/')
            || await runtime.Files.Require().StatAsync(path, followLink: true, cancellationToken) is { Kind: FileKind.Directory };
        if (!isDirectory)
        {
            return path;
        }

        // Browsers send bare names; some send the path on the user's own disk.
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return name is "" or "." or ".." ? throw Invalid("invalid filename") : path.Append(name);
    }

    private static ProblemException Invalid(string message) => new(new Problem(StatusCodes.Status400BadRequest, "invalid_upload", message));
}
