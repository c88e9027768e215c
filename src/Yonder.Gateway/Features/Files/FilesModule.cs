using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Files;

/// <summary>Files in containers: list, read, write, move, delete. Contents flow through; none is held.</summary>
internal static class FilesModule
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/containers/{id}/files").WithRexecErrors();
        FilesEndpoints.Map(group);
        DownloadEndpoint.Map(group);
        UploadEndpoint.Map(group);
    }
}
