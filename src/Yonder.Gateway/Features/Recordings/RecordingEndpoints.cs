using Microsoft.AspNetCore.Http.HttpResults;
using Yonder.Gateway.Platform.Audit;
using Yonder.Gateway.Platform.Auth;
using Yonder.Gateway.Platform.Problems;
using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol;
using Yonder.Protocol.Recordings;

namespace Yonder.Gateway.Features.Recordings;

internal static class RecordingEndpoints
{
    public static async Task<JsonHttpResult<StartedRecording>> StartAsync(
        HttpContext context, Caller caller, RecordingService service, IAuditLog audit, CancellationToken cancellationToken)
    {
        var request = await context.Request.ReadFromJsonAsync(RexecJson.Default.StartRecordingRequest, cancellationToken) ?? throw new ProblemException(RecordingProblems.BodyMissing);
        var record = await service.StartAsync(caller, request, cancellationToken);
        await audit.RecordAsync(caller, "recording_started", $"recording {record.Id} of container {record.RuntimeName}", cancellationToken);
        return TypedResults.Json(
            new StartedRecording(record.Id, Micros.FromMicros(record.CreatedAt), record.RuntimeId, "recording started"), RexecJson.Default.StartedRecording);
    }

    public static async Task<JsonHttpResult<StoppedRecording>> StopAsync(
        Caller caller, string container, RecordingService service, IAuditLog audit, CancellationToken cancellationToken)
    {
        var recorder = service.Find(caller, container) ?? throw new ProblemException(RecordingProblems.NotRecording);
        var record = await service.StopAsync(recorder);
        await audit.RecordAsync(caller, "recording_stopped", $"recording {record.Id}", cancellationToken);
        return TypedResults.Json(record.ToStopped(), RexecJson.Default.StoppedRecording);
    }

    public static JsonHttpResult<RecordingStatus> Status(Caller caller, string container, RecordingService service)
    {
        var recorder = service.Find(caller, container);
        var status = recorder is null ? new RecordingStatus(Recording: false) : new RecordingStatus(Recording: true)
        {
            RecordingId = recorder.Record.Id,
            StartedAt = Micros.FromMicros(recorder.Record.CreatedAt),
            DurationMs = (long)recorder.Facts.Duration.TotalMilliseconds,
            EventsCount = recorder.Facts.Events,
            SizeBytes = recorder.Facts.Size,
        };
        return TypedResults.Json(status, RexecJson.Default.RecordingStatus);
    }

    public static async Task<JsonHttpResult<RecordingList>> ListAsync(Caller caller, RecordingStore store, RecordingService service, CancellationToken cancellationToken)
    {
        var records = await store.ListAsync(caller.UserId, cancellationToken);
        return TypedResults.Json(new RecordingList([.. records.Select(record => record.ToView(service.FindById(record.Id)?.Facts))]), RexecJson.Default.RecordingList);
    }

    public static async Task<JsonHttpResult<Recording>> GetAsync(
        Caller caller, string id, RecordingStore store, RecordingService service, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(caller, id, store, cancellationToken);
        return TypedResults.Json(record.ToView(service.FindById(id)?.Facts), RexecJson.Default.Recording);
    }

    public static async Task<JsonHttpResult<Recording>> UpdateAsync(
        HttpContext context, Caller caller, string id, RecordingStore store, IAuditLog audit, CancellationToken cancellationToken)
    {
        var record = await RequireAsync(caller, id, store, cancellationToken);
        var request = await context.Request.ReadFromJsonAsync(RexecJson.Default.RecordingUpdate, cancellationToken) ?? throw new ProblemException(RecordingProblems.BodyMissing);
        var changed = record with { IsPublic = request.IsPublic switch { true => 1, false => 0, null => record.IsPublic }, Title = request.Title ?? record.Title };
        if (changed.Title.Length > RecordingService.MaxTitle)
        {
            throw new ProblemException(RecordingProblems.TitleTooLong);
        }

        await store.UpdateAsync(id, changed.IsPublic is 1, changed.Title, cancellationToken);
        await audit.RecordAsync(caller, "recording_changed", $"recording {id}, public: {changed.IsPublic is 1}", cancellationToken);
        return TypedResults.Json(changed.ToView(), RexecJson.Default.Recording);
    }

    public static async Task<JsonHttpResult<RecordingMessage>> DeleteAsync(
        Caller caller, string id, RecordingStore store, RecordingService service, CastFolder folder, IAuditLog audit, CancellationToken cancellationToken)
    {
        await RequireAsync(caller, id, store, cancellationToken);
        if (service.FindById(id) is { } recorder)
        {
            await service.StopAsync(recorder);
        }

        await store.DeleteAsync(id, cancellationToken);
        folder.Delete(id);
        await audit.RecordAsync(caller, "recording_deleted", $"recording {id}", cancellationToken);
        return TypedResults.Json(new RecordingMessage("recording deleted", id), RexecJson.Default.RecordingMessage);
    }

    public static async Task<PhysicalFileHttpResult> StreamAsync(Caller caller, string id, RecordingStore store, CastFolder folder, CancellationToken cancellationToken)
        => RecordingPages.Cast((await RequireAsync(caller, id, store, cancellationToken)).Id, folder);

    private static async Task<RecordingRecord> RequireAsync(Caller caller, string id, RecordingStore store, CancellationToken cancellationToken)
        => await store.FindAsync(caller.UserId, id, cancellationToken) ?? throw new ProblemException(RecordingProblems.NotFound);
}
