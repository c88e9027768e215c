using Yonder.Runtimes.Exec;
using Yonder.TestKit.Requirements;
using Yonder.TestKit.Waiting;

namespace Yonder.TestKit.Conformance;

/// <content>How commands end, and are ended.</content>
public abstract partial class ExecConformance
{
    /// <summary>A tree of a child, a grandchild and a daemon with a session of its own; writes their numbers to files named after them.</summary>
    private const string Tree =
        """
        cd "$1"
        (setsid sh -c 'echo $$ > daemon.new; mv daemon.new daemon; exec sleep 1000' < /dev/null > /dev/null 2>&1 &)
        sh -c 'sleep 1000 & echo $! > grandchild.new; mv grandchild.new grandchild; wait' < /dev/null > /dev/null 2>&1 &
        echo $! > child.new; mv child.new child
        """;

    private static readonly string[] TreeNames = ["daemon", "grandchild", "child"];

    [RequirementTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(130)]
    [InlineData(137)]
    [InlineData(255)]
    public async Task The_exit_code_is_told(int code)
        => (await Exec.ShellAsync("exit $1", $"{code}")).Status.ShouldBe(new ExitStatus(code));

    [RequirementTheory]
    [InlineData(ProcessSignal.Kill)]
    [InlineData(ProcessSignal.Terminate)]
    [InlineData(ProcessSignal.Interrupt)]
    [InlineData(ProcessSignal.Hangup)]
    [InlineData(ProcessSignal.User1)]
    public async Task The_signal_that_ends_a_process_is_told(ProcessSignal signal)
        => ShouldHaveDiedOf(signal, (await Exec.ShellAsync("kill -$1 $$; exec sleep 100", $"{(int)signal}")).Status);

    [RequirementFact]
    public async Task No_signal_is_ignored_or_blocked_at_the_start()
    {
        var result = await Exec.RunAsync(new() { Command = ["grep", "-E", "^Sig(Ign|Blk):", "/proc/self/status"] });

        result.Expected().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[1].Trim('0', '\t', ' ')).ShouldBe(["", ""]);
    }

    [RequirementTheory]
    [InlineData(ProcessSignal.Interrupt)]
    [InlineData(ProcessSignal.Terminate)]
    [InlineData(ProcessSignal.Kill)]
    [InlineData(ProcessSignal.Quit)]
    public async Task A_signal_ends_a_program_that_does_not_care(ProcessSignal signal)
    {
        await using var process = await StartReadyAsync("echo ready; exec sleep 1000");

        await process.SignalAsync(signal, Limit);

        ShouldHaveDiedOf(signal, await process.WaitAsync(Limit));
    }

    [RequirementFact]
    public async Task A_signal_is_handled_by_the_program()
    {
        await using var process = await StartReadyAsync("trap 'exit 9' USR1; echo ready; while :; do sleep 1 & wait $!; done");

        await process.SignalAsync(ProcessSignal.User1, Limit);

        (await process.WaitAsync(Limit)).ShouldBe(new ExitStatus(9));
    }

    [RequirementFact]
    public async Task A_signal_after_the_end_does_nothing()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell("exit 2"), Limit);
        await process.WaitAsync(Limit);

        await process.SignalAsync(ProcessSignal.Terminate, Limit);
        await process.KillAsync(Limit);

        (await process.WaitAsync(Limit)).ShouldBe(new ExitStatus(2));
    }

    [RequirementFact]
    public async Task Kill_reaches_the_whole_tree_daemons_included()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell($"{Tree}\nexec sleep 1000", Scratch.ToString()), Limit);
        var tree = await TreeAsync();

        await process.KillAsync(Limit);

        ShouldHaveDiedOf(ProcessSignal.Kill, await process.WaitAsync(Limit));
        await ShouldEndAsync(tree);
    }

    [RequirementFact]
    public async Task Disposing_a_process_kills_its_tree()
    {
        string[] tree;
        await using (await Exec.StartAsync(ExecRuns.Shell($"{Tree}\nexec sleep 1000", Scratch.ToString()), Limit))
        {
            tree = await TreeAsync();
        }

        await ShouldEndAsync(tree);
    }

    [RequirementFact]
    public async Task What_a_process_left_behind_dies_when_it_is_disposed()
    {
        string[] tree;
        await using (var process = await Exec.StartAsync(ExecRuns.Shell(Tree, Scratch.ToString()), Limit))
        {
            (await process.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
            tree = await TreeAsync();
        }

        await ShouldEndAsync(tree);
    }

    [RequirementFact]
    public async Task The_end_of_a_process_is_told_while_its_children_hold_its_output()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell("sleep 1000 & echo started"), Limit);
        using var lines = new StreamReader(process.StandardOutput);

        (await lines.ReadLineAsync(Limit)).ShouldBe("started");

        (await process.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
    }

    [RequirementFact]
    public async Task Whoever_stops_waiting_does_not_end_the_process()
    {
        await using var process = await StartReadyAsync("echo ready; read -r go; exit 5");
        using var cancel = new CancellationTokenSource();
        var first = process.WaitAsync(cancel.Token);
        var second = process.WaitAsync(Limit);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await process.StandardInput.WriteAsync("go\n"u8.ToArray(), Limit);

        (await second).ShouldBe(new ExitStatus(5));
        (await process.WaitAsync(Limit)).ShouldBe(new ExitStatus(5));
    }

    private void ShouldHaveDiedOf(ProcessSignal signal, ExitStatus status)
    {
        status.Code.ShouldBe(128 + (int)signal);
        if (TellsSignals)
        {
            status.Signal.ShouldBe((int)signal);
        }
    }

    private async Task<IProcess> StartReadyAsync(string script)
    {
        var process = await Exec.StartAsync(ExecRuns.Shell(script), Limit);
        var line = new byte[6];
        await process.StandardOutput.ReadExactlyAsync(line, Limit);
        line.ShouldBe("ready\n"u8.ToArray());
        return process;
    }

    private async Task<string[]> TreeAsync()
    {
        var pids = new List<string>();
        foreach (var name in TreeNames)
        {
            await Eventually.TrueAsync(async () => (await ReadTextAsync(name)).Length > 0, $"the {name} starts");
            pids.Add(await ReadTextAsync(name));
            (await RunsAsync(pids[^1])).ShouldBeTrue(name);
        }

        return [.. pids];
    }

    private async Task ShouldEndAsync(string[] tree)
    {
        foreach (var (name, pid) in TreeNames.Zip(tree))
        {
            await Eventually.TrueAsync(async () => !await RunsAsync(pid), $"the {name} is gone", TimeSpan.FromSeconds(3));
        }
    }
}
