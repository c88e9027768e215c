using Yonder.Gateway.Tests.Cli;

namespace Yonder.Gateway.Tests.Samples;

/// <summary>The samples do what they say.</summary>
public sealed class SampleTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_script_runs_and_its_output_is_captured()
    {
        var ended = await RunAsync("run-script", "host", "echo $((6 * 7)) && false || exit 4");

        ended.Output.ShouldContain("42");
        ended.ExitCode.ShouldBe(4, ended.Error);
    }

    [Fact]
    public async Task Five_containers_are_made_in_parallel_and_deleted()
    {
        var ended = await RunAsync("parallel-containers", "host", "5");

        ended.ExitCode.ShouldBe(0, ended.Error);
        ended.Output.Trim().Split('\n').Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 5).Select(number => $"worker-{number}: I am worker-{number}"));
        await using var client = new Yonder.Client.YonderClient(gateway.Url.ToString());
        (await client.Containers.ListAsync()).ShouldNotContain(container => container.Name.StartsWith("worker-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_directory_is_synced()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        var local = Directory.CreateTempSubdirectory("yonder-sync-");
        local.CreateSubdirectory("sub");
        await File.WriteAllTextAsync(Path.Combine(local.FullName, "a.txt"), "one");
        await File.WriteAllTextAsync(Path.Combine(local.FullName, "sub", "b.txt"), "two");

        var ended = await RunAsync("directory-sync", box.Name, local.FullName, $"/tmp/{box.Name}");

        ended.ExitCode.ShouldBe(0, ended.Error);
        (await box.Client.Files.DownloadAsync(box.Id, $"/tmp/{box.Name}/sub/b.txt")).ShouldBe("two"u8.ToArray());
        await box.Client.Files.DeleteAsync(box.Id, $"/tmp/{box.Name}");
        local.Delete(recursive: true);
    }

    private Task<Finished> RunAsync(string sample, params string[] arguments)
        => ProgramRun.RunProgramAsync(Path.Combine(AppContext.BaseDirectory, sample), gateway.Url.ToString(), [], arguments);
}
