using Microsoft.Extensions.Logging;

namespace Yonder.Scenes;

internal static partial class SceneLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Scenes are on {Url}")]
    public static partial void ScenesListening(this ILogger logger, Uri url);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Session {Session} opened")]
    public static partial void SessionOpened(this ILogger logger, string session);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Session {Session} ended")]
    public static partial void SessionEnded(this ILogger logger, string session);

    [LoggerMessage(Level = LogLevel.Information, Message = "Session {Session} was closed: {Reason}")]
    public static partial void SessionRefused(this ILogger logger, string session, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The program's code for {Where} failed in session {Session}")]
    public static partial void UserCodeFailed(this ILogger logger, Exception error, string where, string session);

    [LoggerMessage(Level = LogLevel.Error, Message = "The program's own fault callback failed")]
    public static partial void FaultCallbackFailed(this ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {Session} has ended, but {Count} of its functions still run")]
    public static partial void SessionLeftWork(this ILogger logger, string session, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Several spawn functions fit session {Session}; the first runs")]
    public static partial void SpawnAmbiguous(this ILogger logger, string session);
}
