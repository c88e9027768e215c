using System.Text;
using System.Text.Json;

namespace Yonder.Gateway.Tests.Cli;

/// <summary>The command line against a real gateway and real shells.</summary>
public sealed class ContainerWorkTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_container_is_made_listed_stopped_started_and_deleted()
    {
        var name = NewName();
        var created = await RunAsync("containers", "create", "host", "--name", name, "--env", "GREETING=hello there", "--label", "team=tests");
        created.ExitCode.ShouldBe(0, created.Error);
        var id = created.Output.Trim();

        (await RunAsync("ps")).Output.ShouldContain(name);
        Json(await RunAsync("containers", "get", name, "--json")).GetProperty("labels").GetProperty("team").GetString().ShouldBe("tests");
        (await RunAsync("exec", name, "--", "sh", "-c", "echo $GREETING")).Output.ShouldBe("hello there\n");

        (await RunAsync("containers", "stop", id)).ExitCode.ShouldBe(0);
        Json(await RunAsync("containers", "get", id, "--json")).GetProperty("status").GetString().ShouldBe("stopped");
        (await RunAsync("exec", id, "--", "true")).ExitCode.ShouldNotBe(0);
        (await RunAsync("containers", "start", id[..12])).ExitCode.ShouldBe(0);
        (await RunAsync("exec", id, "--", "true")).ExitCode.ShouldBe(0);

        (await RunAsync("containers", "delete", name)).ExitCode.ShouldBe(0);
        (await RunAsync("containers", "get", name)).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Exec_keeps_both_outputs_apart_and_passes_the_exit_code_on()
    {
        await using var box = await BoxAsync();

        var ended = await RunAsync("exec", box.Name, "--", "sh", "-c", "echo out; echo err >&2; exit 7");

        (ended.ExitCode, ended.Output, ended.Error).ShouldBe((7, "out\n", "err\n"));
    }

    [Fact]
    public async Task Exec_passes_every_byte_of_its_input_and_output()
    {
        await using var box = await BoxAsync();
        var bytes = new byte[3_000_000];
        new Random(5).NextBytes(bytes);

        var ended = await ProgramRun.RunAsync(gateway.Url.ToString(), bytes, "exec", "-i", box.Name, "--", "cat");

        ended.ExitCode.ShouldBe(0, ended.Error);
        Encoding.Latin1.GetBytes(ended.Output).SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task Exec_of_a_program_that_does_not_exist_is_127()
    {
        await using var box = await BoxAsync();

        (await RunAsync("exec", box.Name, "--", "no-such-program")).ExitCode.ShouldBe(127);
    }

    [Fact]
    public async Task Exec_takes_directory_variables_and_says_all_in_json()
    {
        await using var box = await BoxAsync();

        var ended = await RunAsync("exec", "-w", "/tmp", "-e", "A=b c", box.Name, "--json", "--", "sh", "-c", "pwd; echo $A; exit 3");

        ended.ExitCode.ShouldBe(3, ended.Error);
        var result = Json(ended);
        result.GetProperty("stdout").GetString().ShouldBe("/tmp\nb c\n");
        result.GetProperty("exit_code").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_tree_comes_back_from_a_copy_as_it_was()
    {
        await using var box = await BoxAsync();
        using var tree = TestTree.Create();
        var target = "/tmp/" + box.Name;
        var back = Path.Combine(tree.Root, "back");

        var up = await RunAsync("cp", tree.Source, $"{box.Name}:{target}");
        var down = await RunAsync("cp", $"{box.Name}:{target}", back);

        up.ExitCode.ShouldBe(0, up.Error);
        down.ExitCode.ShouldBe(0, down.Error);
        TestTree.Describe(back).ShouldBe(TestTree.Describe(tree.Source));
        await RunAsync("exec", box.Name, "--", "rm", "-rf", target);
    }

    [Fact]
    public async Task A_copy_into_an_existing_directory_goes_inside_and_one_that_fails_says_so()
    {
        await using var box = await BoxAsync();
        using var tree = TestTree.Create();
        var file = Path.Combine(tree.Source, "plain.txt");

        var copied = await RunAsync("cp", file, $"{box.Name}:/tmp", "--json");
        var missing = await RunAsync("cp", $"{box.Name}:/no/such/file", tree.Root);

        Json(copied).GetProperty("files").GetInt32().ShouldBe(1);
        (await RunAsync("exec", box.Name, "--", "cat", "/tmp/plain.txt")).Output.ShouldBe("plain");
        (missing.ExitCode, missing.Output).ShouldBe((3, ""));
        await RunAsync("exec", box.Name, "--", "rm", "/tmp/plain.txt");
    }

    [Fact]
    public async Task A_token_is_made_used_and_revoked()
    {
        var created = Json(await RunAsync("tokens", "create", "ci", "--scope", "read", "--days", "3", "--json"));
        var (secret, id) = (created.GetProperty("token").GetString()!, created.GetProperty("id").GetString()!); // both are always there

        (await RunAsync("tokens", "list")).Output.ShouldContain(id);
        (await RunAsync("ps", "--token", secret)).ExitCode.ShouldBe(0);
        (await RunAsync("tokens", "revoke", id)).ExitCode.ShouldBe(0);
        (await RunAsync("ps", "--token", secret)).ExitCode.ShouldBe(4);
    }

    [Fact]
    public async Task Status_and_version_answer()
    {
        (await RunAsync("status")).ExitCode.ShouldBe(0);
        Json(await RunAsync("version", "--json")).GetProperty("gateway").GetString().ShouldNotBeNullOrEmpty();
    }

    private static string NewName() => "cli-" + Guid.NewGuid().ToString("N")[..8];

    private static JsonElement Json(Finished ended)
    {
        ended.Output.ShouldNotBeEmpty(ended.Error);
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    private Task<Finished> RunAsync(params string[] arguments) => ProgramRun.RunAsync(gateway.Url, arguments);

    private Task<TestBox> BoxAsync() => TestBox.CreateAsync(gateway);
}
