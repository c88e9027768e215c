namespace Yonder.Gateway.Platform.Audit;

internal static partial class AuditWriterLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Old audit entries could not be removed; trying again in an hour")]
    public static partial void TrimFailed(this ILogger logger, Exception exception);
}
