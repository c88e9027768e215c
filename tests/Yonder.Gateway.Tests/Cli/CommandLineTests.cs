using System.Text.Json;
using Yonder.Gateway.Tests.Client;

namespace Yonder.Gateway.Tests.Cli;

/// <summary>What holds for every command, whatever gateway there is or is not.</summary>
public sealed class CommandLineTests
{
    /// <summary>Nothing listens on this port of a loopback address that nobody uses.</summary>
    private const string Nobody = "http://127.83.91.7:9";

    private const string TwoContainers = """{"containers":[{"id":"0123456789abcdef","name":"one","image":"host","status":"running"},{"id":"fedcba9876543210","name":"two\u001b[31m","image":"host","status":"stopped"}]}""";

    [Fact]
    public async Task Without_a_gateway_one_line_says_what_to_do()
    {
        var ended = await ProgramRun.RunAsync(Nobody, [], "ps");

        ended.ExitCode.ShouldBe(5);
        ended.Output.ShouldBeEmpty();
        ended.Error.ShouldEndWith("Start it with: yonder serve\n");
        ended.Error.Count(c => c is '\n').ShouldBe(1);
    }

    [Fact]
    public async Task With_json_a_failure_is_the_one_document_too()
    {
        var ended = await ProgramRun.RunAsync(Nobody, [], "ps", "--json");

        ended.ExitCode.ShouldBe(5);
        ended.Error.ShouldBeEmpty();
        using var document = JsonDocument.Parse(ended.Output);
        document.RootElement.GetProperty("error").GetProperty("code").GetString().ShouldBe("gateway_unreachable");
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("containers", "get")]
    [InlineData("cp", "a", "b")]
    [InlineData("forward", "box")]
    [InlineData("ps", "--gateway", "nonsense")]
    public async Task A_command_line_that_makes_no_sense_is_exit_code_2(params string[] arguments)
    {
        var ended = await ProgramRun.RunAsync(Nobody, [], arguments);

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldStartWith("yonder: ");
    }

    [Fact]
    public async Task A_list_is_a_table_for_people_in_which_names_cannot_steer_the_terminal()
    {
        await using var gateway = await StubGateway.StartAsync(200, TwoContainers);

        var ended = await ProgramRun.RunAsync(gateway.Url, [], "ps");

        ended.ExitCode.ShouldBe(0);
        var lines = ended.Output.TrimEnd().Split('\n');
        lines[0].ShouldStartWith("ID            NAME");
        lines[1].ShouldStartWith("0123456789ab  one");
        lines[2].ShouldContain("two?[31m");
    }

    [Fact]
    public async Task A_list_is_one_json_document_for_programs()
    {
        await using var gateway = await StubGateway.StartAsync(200, TwoContainers);

        var ended = await ProgramRun.RunAsync(gateway.Url, [], "containers", "list", "--json");

        using var document = JsonDocument.Parse(ended.Output);
        document.RootElement.EnumerateArray().Select(container => container.GetProperty("id").GetString()).ShouldBe(["0123456789abcdef", "fedcba9876543210"]);
    }

    [Theory]
    [InlineData(404, 3)]
    [InlineData(401, 4)]
    [InlineData(403, 4)]
    [InlineData(409, 6)]
    [InlineData(500, 1)]
    public async Task The_exit_code_says_what_kind_of_refusal_it_was(int status, int exitCode)
    {
        await using var gateway = await StubGateway.StartAsync(status, """{"error":"no"}""");

        var ended = await ProgramRun.RunAsync(gateway.Url, [], "containers", "get", "x");

        (ended.ExitCode, ended.Error).ShouldBe((exitCode, "yonder: no\n"));
    }

    [Fact]
    public async Task The_token_of_the_command_line_is_sent()
    {
        string? authorization = null;
        await using var gateway = await StubGateway.StartAsync((context, _) =>
        {
            authorization = context.Request.Headers.Authorization;
            return StubGateway.AnswerAsync(context, 200, "[]");
        });

        await ProgramRun.RunAsync(gateway.Url, [], "ps", "--token", "abc");

        authorization.ShouldBe("Bearer abc");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task A_completion_script_asks_the_program_itself(string shell)
    {
        var ended = await ProgramRun.RunAsync(Nobody, [], "completion", shell);

        (ended.ExitCode, ended.Output.Contains("[suggest:", StringComparison.Ordinal)).ShouldBe((0, true));
    }

    [Fact]
    public async Task Completions_are_the_commands_that_may_come_next()
    {
        var ended = await ProgramRun.RunAsync(Nobody, [], "[suggest:18]", "yonder containers ");

        ended.Output.Split('\n').ShouldContain(line => line == "delete");
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_command_quietly()
    {
        await using var gateway = await StubGateway.StartAsync(200, TwoContainers);
        using var shell = ProgramRun.Start("/bin/sh", gateway.Url, "-c", "set -o pipefail 2>/dev/null; \"$0\" ps --json | true", ProgramRun.Path);
        var error = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();

        error.ShouldBeEmpty();
    }
}
