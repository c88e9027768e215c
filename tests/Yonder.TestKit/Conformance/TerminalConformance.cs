using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Terminals;
using Yonder.TestKit.Requirements;
using Yonder.TestKit.Waiting;

namespace Yonder.TestKit.Conformance;

/// <summary>What terminals of every driver do. Parts: what a program in one sees, its bytes.</summary>
public abstract partial class TerminalConformance : RuntimeConformance
{
    private const string Interrupt = "\u0003";
    private const string EndOfFile = "\u0004";

    /// <summary>Gets a value indicating whether the driver learns which signal ended a program; otherwise it sees only 128 + signal.</summary>
    protected virtual bool TellsSignals => true;

    /// <summary>Gets a value indicating whether the place can signal the foreground process group.</summary>
    protected virtual bool CanSignal => true;

    private ITerminals Terminals => Runtime.Terminals.ShouldNotBeNull();

    [RequirementFact]
    public async Task All_three_streams_are_one_terminal()
    {
        await using var terminal = await OpenAsync("test -t 0 && test -t 1 && test -t 2 && echo yes; echo tty > /dev/tty; echo err >&2");

        (await new TerminalReader(terminal, Limit).ToEndAsync()).ShouldBe("yes\r\ntty\r\nerr\r\n");
        (await terminal.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
    }

    [RequirementFact]
    public async Task The_program_sees_the_size_and_every_change_of_it()
    {
        await using var terminal = await OpenAsync(
            "trap 'stty size' WINCH; stty size; while :; do sleep 1 & wait $!; done", size: new(100, 30));
        var reader = new TerminalReader(terminal, Limit);
        await reader.UntilAsync("30 100\r\n");

        await terminal.ResizeAsync(new(132, 43), Limit);
        await reader.UntilAsync("43 132\r\n");
        await terminal.ResizeAsync(new(20, 5), Limit);
        await reader.UntilAsync("5 20\r\n");
    }

    [RequirementFact]
    public async Task A_terminal_is_80_by_24_when_nobody_says()
    {
        await using var terminal = await Terminals.OpenAsync(new() { Command = ["stty", "size"] }, Limit);

        (await new TerminalReader(terminal, Limit).ToEndAsync()).ShouldBe("24 80\r\n");
    }

    [RequirementFact]
    public async Task A_resize_after_the_end_does_nothing()
    {
        await using var terminal = await OpenAsync("true");
        await terminal.WaitAsync(Limit);

        await terminal.ResizeAsync(new(10, 10), Limit);
    }

    [RequirementFact]
    public async Task Ctrl_C_ends_a_program_that_does_not_care()
    {
        await using var terminal = await OpenAsync("echo ready; exec sleep 1000");
        var reader = new TerminalReader(terminal, Limit);
        await reader.UntilAsync("ready\r\n");

        await reader.TypeAsync(Interrupt);

        ShouldHaveDiedOf(ProcessSignal.Interrupt, await terminal.WaitAsync(Limit));
    }

    [RequirementFact]
    public async Task Ctrl_C_is_handled_by_the_program()
    {
        await using var terminal = await OpenAsync("trap 'echo caught; exit 7' INT; echo ready; while :; do sleep 1 & wait $!; done");
        var reader = new TerminalReader(terminal, Limit);
        await reader.UntilAsync("ready\r\n");

        await reader.TypeAsync(Interrupt);

        await reader.UntilAsync("caught\r\n");
        (await terminal.WaitAsync(Limit)).ShouldBe(new ExitStatus(7));
    }

    [RequirementFact]
    public async Task A_shell_has_job_control_and_survives_Ctrl_C()
    {
        await using var terminal = await Terminals.OpenAsync(new() { Command = ["sh", "-i"], Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PS1"] = "<$>" } }, Limit);
        var reader = new TerminalReader(terminal, Limit);
        (await reader.UntilAsync("<$>")).ShouldNotContain("job control");

        // The job itself says so: until it runs in a group of its own, Ctrl-C is the shell's, which takes it as a key or waits on.
        await reader.TypeAsync("sh -c 'echo run\"\"ning; exec sleep 1000'\n");
        await reader.UntilAsync("running\r\n");
        await reader.TypeAsync(Interrupt);
        await reader.UntilAsync("<$>");
        await reader.TypeAsync("exit 6\n");

        (await terminal.WaitAsync(Limit)).ShouldBe(new ExitStatus(6));
    }

    [RequirementFact]
    public async Task Ctrl_D_is_the_end_of_input()
    {
        await using var terminal = await Terminals.OpenAsync(new() { Command = ["cat"] }, Limit);
        var reader = new TerminalReader(terminal, Limit);
        await reader.TypeAsync("line\n");
        await reader.UntilAsync("line\r\nline\r\n");

        await reader.TypeAsync(EndOfFile);

        (await terminal.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
    }

    [RequirementFact]
    public async Task A_signal_reaches_the_foreground_program()
    {
        await using var terminal = await OpenAsync("echo ready; exec sleep 1000");
        await new TerminalReader(terminal, Limit).UntilAsync("ready\r\n");

        if (!CanSignal)
        {
            (await Should.ThrowAsync<RuntimeException>(async () => await terminal.SignalAsync(ProcessSignal.Terminate, Limit))).Error.ShouldBe(RuntimeError.NotSupported);
            return;
        }

        await terminal.SignalAsync(ProcessSignal.Terminate, Limit);

        ShouldHaveDiedOf(ProcessSignal.Terminate, await terminal.WaitAsync(Limit));
        await terminal.SignalAsync(ProcessSignal.Terminate, Limit);
    }

    [RequirementTheory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(255)]
    public async Task The_exit_code_is_told_and_the_last_output_is_there(int code)
    {
        await using var terminal = await OpenAsync($"echo last; exit {code}");

        (await terminal.WaitAsync(Limit)).ShouldBe(new ExitStatus(code));
        (await new TerminalReader(terminal, Limit).ToEndAsync()).ShouldBe("last\r\n");
        (await terminal.Bytes.ReadAsync(new byte[1], Limit)).ShouldBe(0);
    }

    [RequirementFact]
    public async Task Disposing_hangs_up_and_kills_what_does_not_care()
    {
        string pid;
        await using (var terminal = await OpenAsync("trap '' HUP TERM; sh -c 'sleep 1000 & echo $! > \"$1.new\"; mv \"$1.new\" \"$1\"; wait' sh \"$1\""))
        {
            await Eventually.TrueAsync(async () => (await ReadTextAsync("pid")).Length > 0, "the program starts");
            pid = await ReadTextAsync("pid");
            (await RunsAsync(pid)).ShouldBeTrue();
        }

        await Eventually.TrueAsync(async () => !await RunsAsync(pid), "the program is gone", TimeSpan.FromSeconds(5));
    }

    [RequirementFact]
    public async Task Variables_and_TERM_are_set()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["YONDER_A"] = "a b'$x" };
        await using var terminal = await OpenAsync("echo \"$TERM;$YONDER_A;${PATH:+path};${HOME:+home}\"", environment: values);
        (await new TerminalReader(terminal, Limit).ToEndAsync()).ShouldBe("xterm-256color;a b'$x;path;home\r\n");

        await using var other = await OpenAsync("echo \"$TERM\"", environment: new(StringComparer.Ordinal) { ["TERM"] = "dumb" });
        (await new TerminalReader(other, Limit).ToEndAsync()).ShouldBe("dumb\r\n");
    }

    [RequirementFact]
    public async Task The_program_runs_in_the_directory_that_it_is_given()
    {
        (await Exec.ShellAsync("mkdir \"$1\"", In("it's a \"dir\"").ToString())).Expected();

        await using var terminal = await Terminals.OpenAsync(new() { Command = ["pwd"], WorkingDirectory = In("it's a \"dir\"") }, Limit);

        (await new TerminalReader(terminal, Limit).ToEndAsync()).ShouldEndWith("/it's a \"dir\"\r\n");
    }

    [RequirementFact]
    public async Task Without_a_command_it_is_a_shell_at_home()
    {
        await using var terminal = await Terminals.OpenAsync(new(), Limit);
        var reader = new TerminalReader(terminal, Limit);

        await reader.TypeAsync("test \"$(pwd -P)\" = \"$(cd && pwd -P)\" && echo at-'home'; exit 4\n");

        await reader.UntilAsync("at-home");
        (await terminal.WaitAsync(Limit)).ShouldBe(new ExitStatus(4));
    }

    [RequirementFact]
    public async Task A_missing_program_is_said()
        => (await Should.ThrowAsync<RuntimeException>(async () =>
        {
            await using var terminal = await Terminals.OpenAsync(new() { Command = ["yonder-no-such-program"] }, Limit);
        })).Error.ShouldBe(RuntimeError.NotFound);

    private void ShouldHaveDiedOf(ProcessSignal signal, ExitStatus status)
    {
        status.Code.ShouldBe(128 + (int)signal);
        if (TellsSignals)
        {
            status.Signal.ShouldBe((int)signal);
        }
    }

    private async Task<ITerminal> OpenAsync(string script, Dictionary<string, string>? environment = null, TerminalSize? size = null)
        => await Terminals.OpenAsync(
            new()
            {
                Command = ["sh", "-c", script, "sh", In("pid").ToString()],
                Environment = environment ?? [],
                Size = size ?? TerminalSize.Default,
            },
            Limit);
}
