using System.Globalization;

namespace Yonder.Cli.Output;

/// <summary>Times as people say them.</summary>
internal static class Age
{
    public static string Since(DateTimeOffset? time, TimeProvider clock) => time is { } then ? Text(clock.GetUtcNow() - then) + " ago" : "-";

    private static string Text(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "0s",
        { TotalMinutes: < 2 } => Number(age.TotalSeconds, "s"),
        { TotalHours: < 2 } => Number(age.TotalMinutes, "m"),
        { TotalDays: < 2 } => Number(age.TotalHours, "h"),
        _ => Number(age.TotalDays, "d"),
    };

    private static string Number(double value, string unit) => Math.Floor(value).ToString(CultureInfo.InvariantCulture) + unit;
}
