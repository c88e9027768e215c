using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Auth;
using Yonder.Protocol;
using Yonder.Protocol.Containers;
using Yonder.Runtimes.Registry;

namespace Yonder.Gateway.Features.Containers.Images;

/// <summary>Images, roles, and how much the caller has.</summary>
internal static class CatalogEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/images", GetImages).WithName("ListImages");
        group.MapGet("/roles", GetRoles).WithName("ListRoles");
        group.MapGet("/stats", GetStatsAsync).WithName("GetContainerStats");
    }

    private static JsonHttpResult<ImageList> GetImages(HttpRequest request)
    {
        var all = ImageCatalog.All.Select(ToView).ToArray();
        var popular = all.Where(image => image.Popular).ToArray();
        var shown = request.Query["all"].ToString() is "true" or "1" ? all : popular;
        var categories = shown.GroupBy(image => image.Category, StringComparer.Ordinal)
            .ToDictionary(shelf => shelf.Key, IReadOnlyList<ImageInfo> (shelf) => [.. shelf], StringComparer.Ordinal);
        return TypedResults.Json(new ImageList(shown, categories, popular), RexecJson.Default.ImageList);
    }

    private static JsonHttpResult<RoleList> GetRoles() => TypedResults.Json(new RoleList(RoleCatalog.All), RexecJson.Default.RoleList);

    private static async Task<IResult> GetStatsAsync(Caller caller, RuntimeRegistry registry, CancellationToken cancellationToken)
    {
        var records = await registry.ListAsync(caller.UserId, cancellationToken);
        var running = records.Count(record => record.State is RuntimeState.Running);
        var stats = new ContainerStats(
            records.Count,
            running,
            records.Count - running,
            new Dictionary<string, int>(StringComparer.Ordinal) { [caller.Username] = records.Count },
            records.CountBy(record => record.ImageAsAsked(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
        return TypedResults.Json(stats, RexecJson.Default.ContainerStats);
    }

    private static ImageInfo ToView(CatalogImage image)
        => new(image.Name, image.DisplayName, $"{image.DisplayName} ({image.Reference})", image.Category, [image.Reference, image.Category], image.Popular);
}
