using Microsoft.Extensions.Logging;

namespace Yonder.Drivers.Docker;

internal static partial class DockerLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The container engine does not answer: {Reason}")]
    public static partial void EngineLost(this ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The container engine is back: {Detail}")]
    public static partial void EngineBack(this ILogger logger, string detail);
}
