using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Problems;
using Yonder.Protocol;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>What who has a share token sees, without signing in, once the owner has made the recording public.</summary>
internal static class RecordingPages
{
    private const string CastType = "application/x-asciicast";

    public static async Task<IResult> GetAsync(HttpContext context, string token, RecordingStore store, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(token, store, cancellationToken);
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Content(Page(record), "text/html; charset=utf-8")
            : TypedResults.Json(record.ToPublicView(), RexecJson.Default.Recording);
    }

    public static async Task<PhysicalFileHttpResult> StreamAsync(HttpContext context, string token, RecordingStore store, CastFolder folder, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(token, store, cancellationToken);

        // Public is public: players on other pages may read it too.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Cast(record.Id, folder);
    }

    /// <summary>The cast as a file, in parts where parts are asked for.</summary>
    public static PhysicalFileHttpResult Cast(string id, CastFolder folder)
        => File.Exists(folder.PathOf(id))
            ? TypedResults.PhysicalFile(folder.PathOf(id), CastType, $"{id}.cast", enableRangeProcessing: true)
            : throw new ProblemException(RecordingProblems.NotFound);

    private static async Task<RecordingRecord> RequireAsync(string token, RecordingStore store, CancellationToken cancellationToken)
        => await store.FindPublicAsync(token, cancellationToken) ?? throw new ProblemException(RecordingProblems.NotFound);

    private static string Page(RecordingRecord record) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(record.Title)}</title></head>
        <body style="margin:0;background:#111;color:#eee;font-family:sans-serif">
        <h1 style="font-size:1rem;margin:.8rem">{WebUtility.HtmlEncode(record.Title)}</h1>
        <div data-rexec-recording="{record.ToUrl()}/stream"><a href="{record.ToUrl()}/stream" style="color:inherit;margin:.8rem">Download the recording (asciicast v2)</a></div>
        <script src="/embed/rexec.min.js"></script>
        </body>
        </html>
        """;
}
