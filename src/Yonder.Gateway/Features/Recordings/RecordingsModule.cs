using Microsoft.Extensions.DependencyInjection.Extensions;
using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Recordings of terminals, in asciicast v2.</summary>
internal static class RecordingsModule
{
    public static IServiceCollection AddRecordings(this IServiceCollection services)
    {
        services.AddOptions<RecordingOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<RecordingStore>();
        services.TryAddSingleton<CastFolder>();
        services.TryAddSingleton<RecordingService>();
        services.AddHostedService<RecordingUpkeep>();
        return services;
    }

    public static void MapRecordings(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings").WithRexecErrors();
        recordings.MapPost("/start", RecordingEndpoints.StartAsync).WithName("StartRecording");
        recordings.MapPost("/stop/{container}", RecordingEndpoints.StopAsync).WithName("StopRecording");
        recordings.MapGet("/status/{container}", RecordingEndpoints.Status).WithName("RecordingStatus");
        recordings.MapGet("/", RecordingEndpoints.ListAsync).WithName("ListRecordings");
        recordings.MapGet("/{id}", RecordingEndpoints.GetAsync).WithName("GetRecording");
        recordings.MapPatch("/{id}", RecordingEndpoints.UpdateAsync).WithName("UpdateRecording");
        recordings.MapDelete("/{id}", RecordingEndpoints.DeleteAsync).WithName("DeleteRecording");
        recordings.MapGet("/{id}/stream", RecordingEndpoints.StreamAsync).WithName("StreamRecording");

        routes.MapGet("/r/{token}", RecordingPages.GetAsync).AllowAnonymous().WithRexecErrors().WithName("PublicRecording");
        routes.MapGet("/r/{token}/stream", RecordingPages.StreamAsync).AllowAnonymous().WithRexecErrors().WithName("PublicRecordingStream");
    }
}
