using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yonder.Bench.Report;

/// <summary>Keeps the newest row of each id, so that running one area does not lose the others.</summary>
internal static class ReportWriter
{
    private const string Begin = "<!-- measured -->\n";
    private const string End = "<!-- end -->\n";

    /// <summary>Writes the figures for programs, and the same as a table into the page that shows them.</summary>
    public static async Task WriteAsync(string root, ReportFile report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(root, "benchmarks/results/latest.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // The path has a folder.
        var merged = Merge(await ReadAsync(path, cancellationToken), report);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(merged, ReportJson.Default.ReportFile) + "\n", cancellationToken);

        var page = Path.Combine(root, "docs/performance.md");
        var text = await File.ReadAllTextAsync(page, cancellationToken);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        await File.WriteAllTextAsync(page, text[..begin] + ToMarkdown(merged) + text[end..], cancellationToken);
    }

    public static string ToMarkdown(ReportFile report)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Taken {report.TakenAt:yyyy-MM-dd} on {report.Machine}; medians of {report.Pairs} pairs, ours and the other in turn.\n\n")
            .Append("| workload | unit | Yonder | peer | limit | ratio | target | met |\n|---|---|---:|---:|---:|---:|---|---|\n");
        foreach (var row in report.Rows)
        {
            var peer = row.Peer is { } value ? $"{Number(value)} ({row.PeerName})" : "";
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Unit} | {Number(row.Ours)} | {peer} | {Number(row.Limit)} | {Number(row.Ratio)} | {row.Target} | {(row.Met ? "yes" : "**no**")} |\n");
        }

        foreach (var skipped in report.Skipped)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNot measured: {skipped}\n");
        }

        return text.ToString();
    }

    private static async Task<ReportFile?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync(file, ReportJson.Default.ReportFile, cancellationToken);
    }

    private static ReportFile Merge(ReportFile? old, ReportFile fresh)
    {
        var ids = fresh.Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var kept = old?.Rows.Where(row => !ids.Contains(row.Id)) ?? [];
        return fresh with { Rows = [.. kept.Concat(fresh.Rows).OrderBy(row => row.Id, StringComparer.Ordinal)] };
    }

    private static string Number(double? value) => value switch
    {
        null => "",
        { } number when Math.Abs(number) >= 100 => number.ToString("N0", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
