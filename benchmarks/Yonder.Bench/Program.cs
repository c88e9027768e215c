using System.Globalization;
using System.Runtime.CompilerServices;
using Yonder.Bench.Harness;
using Yonder.Bench.Report;
using Yonder.Bench.Workloads;

IWorkload[] workloads =
[
    new CliStart(),
    new LocalStart(),
    new DockerStart(),
    new LocalFiles(),
    new DockerFiles(),
    new TerminalEcho(),
    new TerminalOutput(),
    new DockerOutput(),
    new CutConnections(),
    new StalledClient(),
    new ManyTerminals(),
];

var pairs = int.Parse(Environment.GetEnvironmentVariable("BENCH_PAIRS") ?? "7", CultureInfo.InvariantCulture);
var chosen = args.Length is 0 ? workloads : [.. workloads.Where(workload => args.Contains(workload.Area, StringComparer.Ordinal))];
if (chosen.Length is 0)
{
    await Console.Error.WriteLineAsync($"bench: no such area; there are: {string.Join(' ', workloads.Select(workload => workload.Area).Distinct(StringComparer.Ordinal))}");
    return 2;
}

var root = Path.GetFullPath(Path.Combine(Here(), "../.."));
var work = Directory.CreateTempSubdirectory("yonder-bench-");
var rows = new List<Row>();
var skipped = new List<string>();
try
{
    foreach (var workload in chosen)
    {
        await Console.Error.WriteLineAsync($"bench: {workload.Name} ...");
        try
        {
            rows.AddRange(await workload.RunAsync(new BenchContext(root, work.FullName, pairs), CancellationToken.None));
        }
        catch (SkipException e)
        {
            skipped.Add($"{workload.Name}: {e.Message}");
        }
    }
}
finally
{
    work.Delete(recursive: true);
}

var machine = $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {Environment.OSVersion.VersionString}";
var report = new ReportFile(machine, TimeProvider.System.GetUtcNow(), pairs, rows, skipped);
await ReportWriter.WriteAsync(root, report, CancellationToken.None);
Console.Write(ReportWriter.ToMarkdown(report));
return rows.TrueForAll(row => row.Met) ? 0 : 1;

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!; // The compiler always knows the file.
