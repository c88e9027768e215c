using Microsoft.Extensions.Logging;

namespace Yonder.Runtimes.Journals;

internal static partial class JournalLog
{
    [LoggerMessage(LogLevel.Error, "Output can no longer be kept on disk from offset {Offset} on: only what fits into memory is kept until the disk takes it again")]
    public static partial void SpillFailed(this ILogger logger, long offset, Exception exception);

    [LoggerMessage(LogLevel.Information, "Output is kept on disk again from offset {Offset} on")]
    public static partial void SpillWorksAgain(this ILogger logger, long offset);

    [LoggerMessage(LogLevel.Warning, "{File}: the last {Bytes} bytes were no whole record and were cut off; it goes on at record {Record}")]
    public static partial void TornTailCut(this ILogger logger, string file, long bytes, long record);
}
