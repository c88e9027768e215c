using System.Diagnostics;
using System.Globalization;
using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <content>Limits of a runtime.</content>
public abstract partial class ProvisioningConformance
{
    /// <summary>Holds 200 MB in memory: tail keeps its last bytes.</summary>
    private const string Eat = "head -c 200000000 /dev/zero | tail -c 200000000 | wc -c";

    /// <summary>Tries to start 60 processes and says how many run.</summary>
    private const string Fork = "i=0; while [ $i -lt 60 ]; do sleep 100 > /dev/null & i=$((i+1)); done 2> /dev/null; ls /proc/[0-9]*/comm 2> /dev/null | xargs grep -l '^sleep$' 2> /dev/null | wc -l";

    [RequirementFact]
    public async Task Memory_is_limited()
    {
        var spec = Spec() with { Limits = new() { MemoryBytes = 96 << 20 } };
        await CreateAsync(spec);
        if (!EnforcesMemory)
        {
            return;
        }

        (await ShellAsync(spec.Id, Eat)).Text.Trim().Equals("200000000", StringComparison.Ordinal).ShouldBeFalse();
        (await Provisioning.FindAsync(spec.Id, Limit)).ShouldNotBeNull().State.ShouldBe(ProvisionedState.Running);
        (await OutputAsync(spec.Id, "echo alive")).ShouldBe("alive\n");
        await Provisioning.UpdateLimitsAsync(spec.Id, new() { MemoryBytes = 1 << 30 }, Limit);
        (await OutputAsync(spec.Id, Eat)).Trim().ShouldBe("200000000");
    }

    [RequirementFact]
    public async Task Processes_are_limited()
    {
        var spec = Spec() with { Limits = new() { ProcessCount = 30 } };
        await CreateAsync(spec);
        if (!EnforcesProcesses)
        {
            return;
        }

        var result = await ShellAsync(spec.Id, Fork);

        // A shell that cannot fork may give up with an error instead of going on.
        if (int.TryParse(result.Text.Trim(), CultureInfo.InvariantCulture, out var count))
        {
            count.ShouldBeLessThanOrEqualTo(30);
        }
        else
        {
            result.Status.IsSuccess.ShouldBeFalse();
        }
    }

    [RequirementFact]
    public async Task Processor_time_is_limited()
    {
        var spec = Spec() with { Limits = new() { Cpus = 0.2 } };
        await CreateAsync(spec);
        if (!EnforcesCpu)
        {
            return;
        }

        await using var runtime = await Provisioning.ConnectAsync(spec.Id, Limit);
        await using var burning = await runtime.ExecOf().StartAsync(ExecRuns.Shell("echo ready; while :; do :; done"), Limit);
        await burning.StandardOutput.ReadExactlyAsync(new byte[6], Limit);
        var metrics = runtime.Metrics.ShouldNotBeNull();
        var since = Stopwatch.GetTimestamp();
        var before = (await metrics.ReadAsync(Limit)).CpuTime.ShouldNotBeNull();
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);

        var used = (await metrics.ReadAsync(Limit)).CpuTime.ShouldNotBeNull() - before;

        (used / Stopwatch.GetElapsedTime(since)).ShouldBeLessThan(0.4);
        (await metrics.ReadAsync(Limit)).CpuLimit.ShouldBe(0.2);
    }

    [RequirementFact]
    public async Task A_runtime_without_network_reaches_only_itself()
    {
        var spec = Spec() with { Network = NetworkMode.None };
        if (!CutsNetwork)
        {
            (await FailsAsync(() => CreateAsync(spec))).ShouldBe(RuntimeError.NotSupported);
            return;
        }

        await CreateAsync(spec);

        (await OutputAsync(spec.Id, "tail -n +2 /proc/net/route | wc -l")).Trim().ShouldBe("0");
    }
}
