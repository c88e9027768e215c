using System.Security.Cryptography;
using System.Text;
using Yonder.Runtimes.Exec;
using Yonder.TestKit.Requirements;
using Yonder.TestKit.Waiting;

namespace Yonder.TestKit.Conformance;

/// <content>The bytes of a terminal.</content>
public abstract partial class TerminalConformance
{
    [RequirementFact]
    public async Task All_byte_values_go_in_and_come_out_of_a_raw_terminal()
    {
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        await using var terminal = await OpenAsync("stty raw -echo; echo ready; exec cat");
        var reader = new TerminalReader(terminal, Limit);
        await reader.UntilAsync("ready\n");

        await terminal.Bytes.WriteAsync(all, Limit);

        var back = new byte[256];
        await terminal.Bytes.ReadExactlyAsync(back, Limit);
        back.ShouldBe(all);
    }

    [RequirementFact]
    public async Task A_hundred_megabytes_come_out_unchanged()
    {
        var sum = (await Exec.ShellAsync("head -c 100000000 /dev/urandom > \"$1\"; sha256sum < \"$1\"", In("pid").ToString())).Expected()[..64];
        await using var terminal = await OpenAsync("stty raw -echo; cat \"$1\"");

        var hash = await SHA256.HashDataAsync(terminal.Bytes, Limit);

        Convert.ToHexStringLower(hash).ShouldBe(sum);
    }

    [RequirementFact]
    public async Task A_megabyte_typed_arrives_unchanged()
    {
        var typed = RandomNumberGenerator.GetBytes(1 << 20);

        // No Ctrl-^: a container engine waits after it for the rest of a detach sequence.
        typed.AsSpan().Replace((byte)0x1E, (byte)'x');
        await using var terminal = await OpenAsync("stty raw -echo; echo ready; head -c 1048576 | sha256sum");
        var reader = new TerminalReader(terminal, Limit);
        await reader.UntilAsync("ready\n");

        await terminal.Bytes.WriteAsync(typed, Limit);

        (await reader.ToEndAsync())[..64].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(typed)));
    }

    [RequirementFact]
    public async Task A_reader_that_stops_holds_the_program_back_and_loses_nothing()
    {
        var command = StallingProgram.Command(In("progress"));
        command[2] = $"stty raw -echo; {command[2]}";
        await using var terminal = await Terminals.OpenAsync(new() { Command = command }, Limit);

        var stalledAt = await Eventually.SettledAsync(
            async () => StallingProgram.Written(await ReadTextAsync("progress")), TimeSpan.FromMilliseconds(700));
        stalledAt.ShouldBeLessThan(MostInFlight);

        var buffer = new byte[1 << 16];
        var total = 0L;
        while (await terminal.Bytes.ReadAsync(buffer, Limit) is var count and > 0)
        {
            total += count;
        }

        total.ShouldBe(StallingProgram.Total);
        (await terminal.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
    }

    [RequirementFact]
    public async Task Ctrl_C_gets_through_while_nobody_reads()
    {
        await using var terminal = await Terminals.OpenAsync(new() { Command = ["yes"] }, Limit);
        await terminal.Bytes.ReadExactlyAsync(new byte[10], Limit);

        await terminal.Bytes.WriteAsync(Encoding.UTF8.GetBytes(Interrupt), Limit);

        // The output must be drained: a place may tell the end of the program only behind its last byte.
        var rest = new TerminalReader(terminal, Limit).ToEndAsync();
        ShouldHaveDiedOf(ProcessSignal.Interrupt, await terminal.WaitAsync(Limit));
        await rest;
    }

    [RequirementFact]
    public async Task A_cancelled_read_loses_nothing()
    {
        await using var terminal = await OpenAsync("read -r go; echo answer");
        var buffer = new byte[100];
        using var cancel = new CancellationTokenSource();
        var reading = terminal.Bytes.ReadAsync(buffer, cancel.Token).AsTask();

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        var reader = new TerminalReader(terminal, Limit);
        await reader.TypeAsync("go\n");

        (await reader.ToEndAsync()).ShouldBe("go\r\nanswer\r\n");
    }

    [RequirementFact]
    public async Task Twenty_terminals_are_open_at_once()
    {
        var terminals = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => OpenAsync($"read -r a; echo {i}-$a")));
        try
        {
            for (var i = 0; i < terminals.Length; i++)
            {
                var reader = new TerminalReader(terminals[i], Limit);
                await reader.TypeAsync("x\n");
                (await reader.ToEndAsync()).ShouldBe($"x\r\n{i}-x\r\n");
                (await terminals[i].WaitAsync(Limit)).ShouldBe(new ExitStatus(0));
            }
        }
        finally
        {
            foreach (var terminal in terminals)
            {
                await terminal.DisposeAsync();
            }
        }
    }
}
