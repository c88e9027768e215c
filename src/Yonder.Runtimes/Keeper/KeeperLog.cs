using Microsoft.Extensions.Logging;

namespace Yonder.Runtimes.Keeper;

internal static partial class KeeperLog
{
    [LoggerMessage(LogLevel.Information, "Keeping {Kind} {Key} in {Runtime}")]
    public static partial void Keeping(this ILogger logger, KeptKind kind, KeptKey key, RuntimeId runtime);

    [LoggerMessage(LogLevel.Information, "Ending {Key}: {Reason}")]
    public static partial void EndingAtLimit(this ILogger logger, KeptKey key, string reason);

    [LoggerMessage(LogLevel.Warning, "The program of {Key} could not be released")]
    public static partial void ProgramNotReleased(this ILogger logger, KeptKey key, Exception exception);

    [LoggerMessage(LogLevel.Error, "Looking after the kept programs failed; it is tried again")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);
}
