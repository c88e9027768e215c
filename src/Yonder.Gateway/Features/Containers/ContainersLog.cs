using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Containers;

internal static partial class ContainersLog
{
    [LoggerMessage(LogLevel.Information, "Container {Id} has been idle, or has run, for as long as it asked to: stopping it")]
    public static partial void LifetimeOver(ILogger logger, RuntimeId id);

    [LoggerMessage(LogLevel.Warning, "Container {Id} could not be stopped at the end of its lifetime")]
    public static partial void LifetimeStopFailed(ILogger logger, RuntimeId id, Exception exception);
}
