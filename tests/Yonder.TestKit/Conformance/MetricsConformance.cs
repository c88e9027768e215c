using Yonder.Runtimes.Metrics;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <summary>What measurements of every driver are.</summary>
public abstract class MetricsConformance : RuntimeConformance
{
    private IMetrics Metrics => Runtime.Metrics.ShouldNotBeNull();

    [RequirementFact]
    public async Task A_measurement_is_plausible()
    {
        var metrics = await Metrics.ReadAsync(Limit);

        metrics.TakenAt.ShouldBeInRange(TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
        metrics.MemoryBytes.ShouldNotBeNull().ShouldBeGreaterThan(0);
        metrics.ProcessCount.ShouldNotBeNull().ShouldBeGreaterThan(0);
        metrics.CpuTime.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
        (metrics.MemoryLimitBytes ?? long.MaxValue).ShouldBeGreaterThan(metrics.MemoryBytes.Value);
    }

    [RequirementFact]
    public async Task Work_shows_in_the_processor_time()
    {
        var before = await Metrics.ReadAsync(Limit);

        (await Exec.ShellAsync("head -c 300000000 /dev/zero | sha256sum")).Expected();

        var after = await Metrics.ReadAsync(Limit);
        (after.CpuTime - before.CpuTime).ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromMilliseconds(50));
    }

    [RequirementFact]
    public async Task A_started_process_is_counted()
    {
        var before = await Metrics.ReadAsync(Limit);

        var sleeping = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await Exec.StartAsync(new() { Command = ["sleep", "1000"] }, Limit)));
        var after = await Metrics.ReadAsync(Limit);
        foreach (var process in sleeping)
        {
            await process.DisposeAsync();
        }

        // Other tests may end processes of theirs at the same time where the runtime is a whole machine.
        after.ProcessCount.ShouldNotBeNull().ShouldBeGreaterThan(MeasuresWholeMachine ? 10 : before.ProcessCount.ShouldNotBeNull() + 5);
    }

    /// <summary>Gets a value indicating whether the runtime is shared with whatever else runs on its machine.</summary>
    protected virtual bool MeasuresWholeMachine => false;
}
