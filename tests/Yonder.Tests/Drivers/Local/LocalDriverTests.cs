using Yonder.Runtimes;
using Yonder.Runtimes.Provisioning;

namespace Yonder.Tests.Drivers.Local;

public sealed class LocalDriverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yonder-local-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Another_image_than_host_is_refused_with_both_ways_out()
    {
        await using var driver = LocalDrivers.Create(_folder);

        var failure = await Should.ThrowAsync<RuntimeException>(
            async () => await driver.Provisioning.ValidateAsync(new() { Id = new("a"), Image = "ubuntu:24.04" }));

        failure.Error.ShouldBe(RuntimeError.ImageNotFound);
        failure.Message.ShouldContain("'host'");
        failure.Message.ShouldContain("Docker Engine");
    }

    [Fact]
    public async Task A_second_gateway_on_the_same_data_is_refused()
    {
        await using var first = LocalDrivers.Create(_folder);
        await using var second = LocalDrivers.Create(_folder);
        await first.Provisioning.FindAsync(new("a"));

        (await Should.ThrowAsync<RuntimeException>(async () => await second.Provisioning.FindAsync(new("a")))).Error.ShouldBe(RuntimeError.WrongState);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_gateway_that_vanished_left_running_is_ended_by_the_next(bool groups)
    {
        // A driver that is never disposed is what a killed gateway leaves: its processes run on.
        var gone = LocalDrivers.Create(_folder, groups: groups);
        var runtime = await gone.ConnectHostAsync();
        var left = await runtime.Exec.ShouldNotBeNull().StartAsync(new() { Command = ["sleep", "1000"] });

        await using var next = LocalDrivers.Create(_folder, groups: groups);
        await next.Provisioning.FindAsync(new("a"));

        (await left.WaitAsync().WaitAsync(TimeSpan.FromSeconds(10))).Signal.ShouldBe(9);
        await left.DisposeAsync();
        await gone.DisposeAsync();
    }

    [Fact]
    public async Task A_sandbox_says_how_it_is_isolated()
    {
        await using var driver = LocalDrivers.Create(_folder, bubblewrap: false);
        await driver.Provisioning.CreateAsync(new() { Id = new("a"), Image = "host" }, new Progress<ProvisionProgress>());
        await using var runtime = await driver.Provisioning.ConnectAsync(new("a"));

        runtime.Info.Isolation.ShouldStartWith("none");
        (await driver.CheckAsync()).Detail.ShouldContain("none: processes of the host");
    }
}
