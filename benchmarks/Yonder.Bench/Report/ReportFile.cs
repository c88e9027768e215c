namespace Yonder.Bench.Report;

/// <summary>What <c>benchmarks/results/latest.json</c> holds.</summary>
internal sealed record ReportFile(string Machine, DateTimeOffset TakenAt, int Pairs, IReadOnlyList<Row> Rows, IReadOnlyList<string> Skipped);
