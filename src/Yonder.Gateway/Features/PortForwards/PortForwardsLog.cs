namespace Yonder.Gateway.Features.PortForwards;

internal static partial class PortForwardsLog
{
    [LoggerMessage(LogLevel.Warning, "Another user of this machine tried to use port forward {Id}")]
    public static partial void ForeignUser(ILogger logger, string id);

    [LoggerMessage(LogLevel.Debug, "A connection of port forward {Id} ended early")]
    public static partial void ConnectionEnded(ILogger logger, string id, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Port forward {Id} does not listen")]
    public static partial void NotListening(ILogger logger, string id, Exception exception);

    [LoggerMessage(LogLevel.Error, "Port forward {Id} could not be removed with its container")]
    public static partial void NotRemoved(ILogger logger, string id, Exception exception);
}
