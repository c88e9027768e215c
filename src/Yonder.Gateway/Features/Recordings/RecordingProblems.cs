using Yonder.Gateway.Platform.Problems;

namespace Yonder.Gateway.Features.Recordings;

internal static class RecordingProblems
{
    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "recording_not_found", "recording not found");

    public static Problem NotRecording { get; } = new(StatusCodes.Status404NotFound, "not_recording", "This container is not being recorded.");

    public static Problem AlreadyRecording { get; } = new(StatusCodes.Status409Conflict, "already_recording", "This container is being recorded already.");

    public static Problem NoContainer { get; } = new(StatusCodes.Status404NotFound, "container_not_found", "container not found");

    public static Problem NoTerminal { get; } = new(StatusCodes.Status404NotFound, "terminal_not_found", "This container has no terminal of that name.");

    public static Problem TitleTooLong { get; } = new(StatusCodes.Status400BadRequest, "invalid_request", "A title has up to 200 characters.");

    public static Problem QuotaReached { get; } = new(StatusCodes.Status507InsufficientStorage, "quota_reached", "Your recordings take all the room they may: delete some.");

    public static Problem BodyMissing { get; } = new(StatusCodes.Status400BadRequest, "invalid_request", "A JSON body is needed.");
}
