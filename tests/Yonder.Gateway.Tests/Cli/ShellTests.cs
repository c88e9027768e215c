using System.Diagnostics;

namespace Yonder.Gateway.Tests.Cli;

/// <summary><c>yonder shell</c> on a real pseudo-terminal.</summary>
public sealed class ShellTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_shell_has_the_size_of_the_terminal_and_gives_it_back_as_it_was()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var pty = PtySession.Start(gateway.Url, $"before=$(stty -g); \"$yonder\" shell {box.Name}; echo code:$?; [ \"$before\" = \"$(stty -g)\" ] && echo restor''ed");

        await pty.TypeAsync("stty size; exit 6\r");

        await pty.WaitForAsync("30 100");
        await pty.WaitForAsync("code:6");
        await pty.WaitForAsync("restored");
    }

    [Fact]
    public async Task The_terminal_is_given_back_when_a_signal_ends_the_client()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var pty = PtySession.Start(gateway.Url, $"before=$(stty -g); sh -c 'echo pid:$$:; exec \"$0\" shell {box.Name} --session s' \"$yonder\"; [ \"$before\" = \"$(stty -g)\" ] && echo restor''ed");
        var client = await pty.WaitForNumberAsync("pid:", ":");
        await pty.TypeAsync("echo rea''dy\r");
        await pty.WaitForAsync("ready");

        using var kill = Process.Start("kill", ["-TERM", client.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

        await pty.WaitForAsync("restored");
    }

    [Theory]
    [InlineData("\u0010\u0011")]
    [InlineData("~.")]
    public async Task A_shell_is_left_running_and_come_back_to(string keys)
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var first = PtySession.Start(gateway.Url, $"\"$yonder\" shell {box.Name}; echo code:$?");
        await first.TypeAsync("x=kept; echo rea''dy\r");
        await first.WaitForAsync("ready\r\n");
        await first.TypeAsync(keys);
        await first.WaitForAsync("Detached. Come back with: yonder shell");
        await first.WaitForAsync("code:0");

        await using var second = PtySession.Start(gateway.Url, $"\"$yonder\" shell {box.Name} --attach");
        await second.WaitForAsync("ready");
        await second.TypeAsync("echo $x-still; exit\r");
        await second.WaitForAsync("kept-still");
    }

    [Fact]
    public async Task A_client_killed_with_9_loses_neither_the_shell_nor_its_output()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var first = PtySession.Start(gateway.Url, $"sh -c 'echo pid:$$:; exec \"$0\" shell {box.Name} --session keep' \"$yonder\"; echo gone");
        var client = await first.WaitForNumberAsync("pid:", ":");
        await first.TypeAsync("x=kept; (sleep 0.3; echo la''ter) & echo rea''dy\r");
        await first.WaitForAsync("ready");

        using var victim = Process.GetProcessById(client);
        victim.Kill();
        await first.WaitForAsync("gone");

        await using var second = PtySession.Start(gateway.Url, $"\"$yonder\" shell {box.Name} --session keep; echo code:$?");
        await second.WaitForAsync("ready");
        await second.WaitForAsync("later");
        await second.TypeAsync("echo $x-still; exit 3\r");
        await second.WaitForAsync("kept-still");
        await second.WaitForAsync("code:3");
    }

    [Fact]
    public async Task Exec_on_a_terminal_gives_one_and_passes_the_exit_code_on()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var pty = PtySession.Start(gateway.Url, $"\"$yonder\" exec -it -e A=b {box.Name} -- sh -c 'tty && echo $A && exit 8'; echo code:$?");

        await pty.WaitForAsync("/dev/pts/");
        await pty.WaitForAsync("b\r\n");
        await pty.WaitForAsync("code:8");
    }

    [Fact]
    public async Task A_script_can_be_piped_into_a_shell()
    {
        await using var box = await TestBox.CreateAsync(gateway);

        var ended = await ProgramRun.RunAsync(gateway.Url.ToString(), "echo $((6 * 7)); exit 2\n"u8.ToArray(), "shell", box.Name);

        ended.Output.ShouldContain("42");
        ended.ExitCode.ShouldBe(2);
    }
}
