using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <summary>What commands of every driver do. Parts: what they are started with, their streams, how they end.</summary>
public abstract partial class ExecConformance : RuntimeConformance
{
    /// <summary>Gets a user other than the default one, with its number; <see langword="null"/> where the place has none to become.</summary>
    protected virtual (string Name, int Number)? AnotherUser => null;

    /// <summary>Gets a value indicating whether the driver learns which signal ended a process; otherwise it sees only 128 + signal.</summary>
    protected virtual bool TellsSignals => true;

    /// <summary>Gets a value indicating whether a working directory may hold bytes that are not UTF-8.</summary>
    protected virtual bool TakesAnyBytes => true;

    [RequirementFact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] arguments = ["", " ", "a b", "'", "\"", "\\", "\n", "line\nline\n", "$HOME", "`id`", "*", "-n", "--", "é漢🙂", "a;b&c|d>e", "\t"];

        var result = await Exec.RunAsync(new() { Command = ["sh", "-c", "for a; do printf '%s\\0' \"$a\"; done", "sh", .. arguments] });

        result.Expected().Split('\0').SkipLast(1).ShouldBe(arguments);
    }

    [RequirementFact]
    public async Task Variables_are_added_to_the_runtimes_own()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["YONDER_A"] = "a b'\"\\\n=é$HOME", ["YONDER_B"] = "" };

        var result = await Exec.RunAsync(ExecRuns.Shell("printf '%s\\0' \"$YONDER_A\" \"${YONDER_B-unset}\" \"${PATH:+path}\" \"${HOME:+home}\"") with { Environment = values });

        result.Expected().Split('\0').ShouldBe([values["YONDER_A"], "", "path", "home", ""]);
    }

    [RequirementFact]
    public async Task Without_a_directory_a_command_runs_at_home()
    {
        var result = await Exec.ShellAsync("pwd -P; cd \"$1\" && pwd -P", Runtime.Info.Home.ToString());

        var lines = result.Expected().Split('\n');
        lines[0].ShouldBe(lines[1]);
    }

    [RequirementTheory]
    [InlineData("plain")]
    [InlineData("a b  c")]
    [InlineData("it's \"quoted\" \\ $HOME `id` *")]
    [InlineData("two\nlines\n")]
    [InlineData("-n")]
    [InlineData("é漢🙂")]
    public async Task A_command_runs_in_the_directory_that_it_is_given(string name)
    {
        (await Exec.ShellAsync("mkdir -- \"$1\"", In(name).ToString())).Expected();

        var result = await Exec.RunAsync(ExecRuns.Shell("printf here > mark; pwd -P") with { WorkingDirectory = In(name) });

        result.Expected().ShouldEndWith($"/{name}\n");
        (await ReadTextAsync($"{name}/mark")).ShouldBe("here");
    }

    [RequirementFact]
    public async Task A_directory_that_is_not_UTF8_is_a_directory()
    {
        if (!TakesAnyBytes)
        {
            return;
        }

        (await Exec.ShellAsync("mkdir \"$1/$(printf '\\377\\200')\"", Scratch.ToString())).Expected();

        var result = await Exec.RunAsync(ExecRuns.Shell("pwd -P") with { WorkingDirectory = In("\uDCFF\uDC80") });

        result.Status.IsSuccess.ShouldBeTrue(result.ErrorText);
        result.Output.Span.EndsWith<byte>([(byte)'/', 0xFF, 0x80, (byte)'\n']).ShouldBeTrue();
    }

    [RequirementFact]
    public async Task A_relative_directory_is_below_the_home()
    {
        var result = await Exec.RunAsync(ExecRuns.Shell("pwd -P; cd \"$1\" && pwd -P", Runtime.Info.Home.ToString()) with { WorkingDirectory = RemotePath.Parse(".") });

        var lines = result.Expected().Split('\n');
        lines[0].ShouldBe(lines[1]);
    }

    [RequirementFact]
    public async Task A_missing_directory_is_said()
        => (await StartFailsAsync(ExecRuns.Shell("true") with { WorkingDirectory = In("absent") })).ShouldBe(RuntimeError.NotFound);

    [RequirementFact]
    public async Task A_file_as_working_directory_is_said()
    {
        (await Exec.ShellAsync("echo > \"$1\"", In("file").ToString())).Expected();

        (await StartFailsAsync(ExecRuns.Shell("true") with { WorkingDirectory = In("file") })).ShouldBe(RuntimeError.NotDirectory);
    }

    [RequirementTheory]
    [InlineData("yonder-no-such-program")]
    [InlineData("/no/such/program")]
    public async Task A_missing_program_is_said(string program)
        => (await StartFailsAsync(new() { Command = [program] })).ShouldBe(RuntimeError.NotFound);

    [RequirementFact]
    public async Task A_file_that_is_no_program_is_said()
    {
        (await Exec.ShellAsync("echo > \"$1\"; chmod 644 \"$1\"", In("file").ToString())).Expected();

        (await StartFailsAsync(new() { Command = [In("file").ToString()] })).ShouldBe(RuntimeError.AccessDenied);
    }

    [RequirementFact]
    public async Task An_empty_command_is_refused()
        => (await StartFailsAsync(new() { Command = [] })).ShouldBe(RuntimeError.InvalidRequest);

    [RequirementFact]
    public async Task Another_user_runs_the_command()
    {
        if (AnotherUser is not { } user)
        {
            return;
        }

        foreach (var name in new[] { user.Name, $"{user.Number}", $"{user.Number}:{user.Number}" })
        {
            var result = await Exec.RunAsync(ExecRuns.Shell("id -u") with { User = name, WorkingDirectory = RemotePath.Root });

            result.Expected().Trim().ShouldBe($"{user.Number}");
        }
    }

    [RequirementFact]
    public async Task An_unknown_user_is_said()
        => (await StartFailsAsync(ExecRuns.Shell("true") with { User = "yonder-nobody-at-all" })).ShouldBe(RuntimeError.NotFound);

    [RequirementFact]
    public async Task Twenty_commands_run_at_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Exec.ShellAsync("echo $1; echo $1 >&2", $"{i}")));

        results.Select(result => result.Expected().Trim()).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}"));
        results.Select(result => result.ErrorText.Trim()).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}"));
    }

    [RequirementFact]
    public async Task A_cancelled_start_starts_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await Exec.StartAsync(ExecRuns.Shell("echo > \"$1\"", In("made").ToString()), cancelled.Token));

        (await Exec.ShellAsync("test ! -e \"$1\"", In("made").ToString())).Expected();
    }

    private async Task<RuntimeError> StartFailsAsync(ExecSpec spec)
        => (await Should.ThrowAsync<RuntimeException>(async () =>
        {
            await using var process = await Exec.StartAsync(spec, Limit);
        })).Error;
}
