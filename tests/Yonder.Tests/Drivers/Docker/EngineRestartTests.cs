using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;
using Yonder.TestKit.Conformance;
using Yonder.TestKit.Docker;
using Yonder.TestKit.Requirements;

namespace Yonder.Tests.Drivers.Docker;

/// <summary>An engine that dies and comes back.</summary>
[RequiresDocker]
public sealed class EngineRestartTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [RequirementFact]
    public async Task An_engine_that_dies_is_told_and_survived()
    {
        using var limit = new CancellationTokenSource(Limit);
        await using var engine = await DockerServer.StartAsync();
        using var driver = DockerDrivers.Open(engine);
        var id = new RuntimeId("survivor");
        await driver.Provisioning.CreateAsync(new() { Id = id, Image = BusyboxImage.Reference }, new Progress<ProvisionProgress>(), limit.Token);
        await using var runtime = await driver.Provisioning.ConnectAsync(id, limit.Token);
        (await runtime.ExecOf().ShellAsync("echo kept > /root/file")).Expected();
        await using var process = await runtime.ExecOf().StartAsync(new() { Command = ["sleep", "1000"] }, limit.Token);
        await using var changes = driver.Provisioning.WatchAsync(limit.Token).GetAsyncEnumerator(limit.Token);
        var next = NextEngineAsync(changes);

        await engine.KillAsync();

        (await Should.ThrowAsync<RuntimeException>(() => process.WaitAsync(limit.Token))).Error.ShouldBe(RuntimeError.Unreachable);
        (await next).IsAvailable.ShouldBeFalse();
        (await driver.CheckAsync(limit.Token)).ShouldSatisfyAllConditions(
            status => status.IsAvailable.ShouldBeFalse(), status => status.Remedy.ShouldNotBeNull().ShouldContain("start docker"));
        (await Should.ThrowAsync<RuntimeException>(async () => await driver.Provisioning.FindAsync(id, limit.Token))).Error.ShouldBe(RuntimeError.Unreachable);

        next = NextEngineAsync(changes);
        await engine.StartAgainAsync();

        (await next).IsAvailable.ShouldBeTrue();
        (await driver.Provisioning.FindAsync(id, limit.Token)).ShouldNotBeNull();
        (await driver.Provisioning.StartAsync(id, limit.Token)).State.ShouldBe(ProvisionedState.Running);
        await using var again = await driver.Provisioning.ConnectAsync(id, limit.Token);
        (await again.ExecOf().ShellAsync("cat /root/file")).Expected().ShouldBe("kept\n");
    }

    private static async Task<DriverStatus> NextEngineAsync(IAsyncEnumerator<ProvisionChange> changes)
    {
        while (await changes.MoveNextAsync())
        {
            if (changes.Current is EngineChanged change)
            {
                return change.Status;
            }
        }

        throw new InvalidOperationException("The watch has ended.");
    }
}
