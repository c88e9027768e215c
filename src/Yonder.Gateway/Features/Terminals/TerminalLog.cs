using Yonder.Runtimes;

namespace Yonder.Gateway.Features.Terminals;

internal static partial class TerminalLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "A client is on terminal {Session} of {Runtime}, from offset {Offset}")]
    public static partial void TerminalAttached(this ILogger logger, RuntimeId runtime, string session, long offset);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A client has left terminal {Session} of {Runtime}: {Leave}")]
    public static partial void TerminalDetached(this ILogger logger, RuntimeId runtime, string session, TerminalLeave leave);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Terminal {Session} of {Runtime} could not be removed")]
    public static partial void TerminalNotRemoved(this ILogger logger, RuntimeId runtime, string session, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "How terminal {Session} of {Runtime} ended is not known")]
    public static partial void TerminalEndUnknown(this ILogger logger, RuntimeId runtime, string session, Exception exception);
}
