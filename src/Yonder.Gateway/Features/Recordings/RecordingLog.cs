using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Recordings;

internal static partial class RecordingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} of {Runtime} has begun")]
    public static partial void RecordingStarted(this ILogger logger, string recording, RuntimeId runtime);

    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} has ended: {Events} events, {Size} bytes")]
    public static partial void RecordingEnded(this ILogger logger, string recording, long events, long size);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recording {Recording} failed")]
    public static partial void RecordingFailed(this ILogger logger, string recording, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} was left unfinished and has been mended: {Events} events")]
    public static partial void RecordingMended(this ILogger logger, string recording, long events);

    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} was deleted: it was too old")]
    public static partial void RecordingExpired(this ILogger logger, string recording);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old recordings could not be deleted")]
    public static partial void RetentionFailed(this ILogger logger, Exception exception);
}
