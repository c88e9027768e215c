namespace Yonder.Gateway.Platform.Problems;

internal static partial class ProblemLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string method, string route);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Route} could not be served: {Code}: {Reason}")]
    public static partial void RequestUnserved(this ILogger logger, string method, string route, string code, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Route} was refused: {Code}")]
    public static partial void RequestRefused(this ILogger logger, string method, string route, string code);
}
