using System.Globalization;
using Yonder.Gateway.Platform.Storage;
using Yonder.Protocol.Recordings;

namespace Yonder.Gateway.Features.Recordings;

internal static class RecordingMapping
{
    /// <summary>As its owner sees it; what is still being recorded is as long as it is now.</summary>
    public static Recording ToView(this RecordingRecord record, CastFacts? live = null)
    {
        var facts = live ?? record.Facts();
        return new Recording
        {
            Id = record.Id,
            Title = record.Title,
            ContainerId = record.RuntimeId,
            Status = record.State,
            DurationMs = (long)facts.Duration.TotalMilliseconds,
            Duration = Words(facts.Duration),
            EventsCount = facts.Events,
            SizeBytes = facts.Size,
            IsPublic = record.IsPublic is 1,
            ShareToken = record.ShareToken,
            ShareUrl = record.ToUrl(),
            EndedBy = record.EndedBy,
            CreatedAt = Micros.FromMicros(record.CreatedAt),
        };
    }

    /// <summary>As the public sees it: nothing of whose it is and where it was made.</summary>
    public static Recording ToPublicView(this RecordingRecord record) => record.ToView() with { ContainerId = null, EndedBy = null };

    public static StoppedRecording ToStopped(this RecordingRecord record) => new()
    {
        RecordingId = record.Id,
        DurationMs = (long)record.Facts().Duration.TotalMilliseconds,
        Duration = Words(record.Facts().Duration),
        EventsCount = record.EventsCount,
        SizeBytes = record.SizeBytes,
        ShareToken = record.ShareToken,
        StorageType = "local",
    };

    public static string ToUrl(this RecordingRecord record) => $"/r/{record.ShareToken}";

    private static CastFacts Facts(this RecordingRecord record) => new(TimeSpan.FromMicroseconds(record.DurationMicros), record.EventsCount, record.SizeBytes);

    private static string Words(TimeSpan duration) => duration switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours}h {duration.Minutes}m {duration.Seconds}s"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}m {duration.Seconds}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.Seconds}s"),
    };
}
