using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Yonder.Gateway.Features.Embed;

/// <summary>The widget that puts a terminal into any page.</summary>
internal static class EmbedModule
{
    private const string NotBuilt = "The embed widget has not been built. Install npm and start Yonder with ./yonder, which builds it.\n";

    private static readonly FrozenDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rexec.min.js"] = "text/javascript; charset=utf-8",
        ["rexec.esm.js"] = "text/javascript; charset=utf-8",
        ["rexec.min.js.map"] = "application/json",
        ["rexec.esm.js.map"] = "application/json",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void MapEmbed(this IEndpointRouteBuilder routes)
    {
        var folder = EmbedFolder.Find(AppContext.BaseDirectory);
        routes.MapGet("/embed/{file}", (HttpContext context, string file) => Get(context, folder, file)).AllowAnonymous().WithName("EmbedWidget");
    }

    private static Results<PhysicalFileHttpResult, ContentHttpResult, NotFound> Get(HttpContext context, string? folder, string file)
    {
        if (!Files.TryGetValue(file, out var type))
        {
            return TypedResults.NotFound();
        }

        if (folder is null || new FileInfo(Path.Combine(folder, file)) is not { Exists: true } found)
        {
            return TypedResults.Text(NotBuilt, statusCode: StatusCodes.Status404NotFound);
        }

        // Any page may use it, modules included, and gets a new build at once: it asks whether its copy is still the newest.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.PhysicalFile(found.FullName, type, lastModified: new DateTimeOffset(found.LastWriteTimeUtc), entityTag: new EntityTagHeaderValue($"\"{found.LastWriteTimeUtc.Ticks:x}\""));
    }
}
