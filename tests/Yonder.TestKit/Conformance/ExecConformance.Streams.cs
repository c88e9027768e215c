using System.Security.Cryptography;
using System.Text;
using Yonder.TestKit.Requirements;
using Yonder.TestKit.Waiting;

namespace Yonder.TestKit.Conformance;

/// <content>The three streams of a command.</content>
public abstract partial class ExecConformance
{
    private static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    [RequirementFact]
    public async Task All_byte_values_go_in_and_come_out()
    {
        var result = await Exec.RunAsync(new() { Command = ["cat"] }, AllBytes);

        result.Output.ToArray().ShouldBe(AllBytes);
    }

    [RequirementFact]
    public async Task Output_and_errors_come_apart()
    {
        var result = await Exec.ShellAsync("echo out; echo err >&2; echo out; echo err >&2");

        result.Text.ShouldBe("out\nout\n");
        result.ErrorText.ShouldBe("err\nerr\n");
    }

    [RequirementFact]
    public async Task A_hundred_megabytes_go_in_and_come_out_unchanged()
    {
        await using var process = await Exec.StartAsync(new() { Command = ["cat"] }, Limit);
        var received = SHA256.HashDataAsync(process.StandardOutput, Limit).AsTask();
        var errors = process.StandardError.ToEndAsync(Limit);

        using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[100_003];
        for (var left = 100_000_000; left > 0; left -= block.Length)
        {
            RandomNumberGenerator.Fill(block);
            var part = block.AsMemory(0, Math.Min(block.Length, left));
            sent.AppendData(part.Span);
            await process.StandardInput.WriteAsync(part, Limit);
        }

        await process.StandardInput.DisposeAsync();
        (await process.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
        (await received).ShouldBe(sent.GetHashAndReset());
        (await errors).Length.ShouldBe(0);
    }

    [RequirementFact]
    public async Task Errors_are_binary_safe_and_never_wait_for_the_output()
    {
        var result = await Exec.RunAsync(ExecRuns.Shell("head -c 3000000 /dev/zero >&2; cat; head -c 3000000 /dev/zero >&2"), AllBytes);

        result.Output.ToArray().ShouldBe(AllBytes);
        result.Error.Length.ShouldBe(6_000_000);
    }

    [RequirementFact]
    public async Task The_end_of_input_reaches_the_program_and_its_answer_comes_back()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell("wc -c; echo after; echo late >&2"), Limit);
        var output = process.StandardOutput.ToEndAsync(Limit);
        var error = process.StandardError.ToEndAsync(Limit);

        await process.StandardInput.WriteAsync("12345"u8.ToArray(), Limit);
        output.IsCompleted.ShouldBeFalse();
        await process.StandardInput.DisposeAsync();

        Encoding.UTF8.GetString((await output).Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ShouldBe(["5", "after"]);
        Encoding.UTF8.GetString((await error).Span).ShouldBe("late\n");
    }

    [RequirementFact]
    public async Task What_is_written_arrives_without_the_end_of_input()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell("read -r a; echo \"got $a\"; read -r b; echo \"got $b\""), Limit);
        using var lines = new StreamReader(process.StandardOutput);

        await process.StandardInput.WriteAsync("one\n"u8.ToArray(), Limit);
        (await lines.ReadLineAsync(Limit)).ShouldBe("got one");
        await process.StandardInput.WriteAsync("two\n"u8.ToArray(), Limit);
        (await lines.ReadLineAsync(Limit)).ShouldBe("got two");
    }

    [RequirementFact]
    public async Task Input_that_nobody_reads_is_no_disaster()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell("exec 0<&-; exit 4"), Limit);
        var output = process.StandardOutput.ToEndAsync(Limit);
        var error = process.StandardError.ToEndAsync(Limit);

        try
        {
            for (var i = 0; i < 64; i++)
            {
                await process.StandardInput.WriteAsync(new byte[1 << 20], Limit);
            }
        }
        catch (IOException)
        {
            // The other side is gone: a driver may say so, or swallow the rest.
        }

        (await process.WaitAsync(Limit)).Code.ShouldBe(4);
        (await output).Length.ShouldBe(0);
        (await error).Length.ShouldBe(0);
    }

    [RequirementFact]
    public async Task A_reader_that_stops_holds_the_program_back_and_loses_nothing()
    {
        await using var process = await Exec.StartAsync(new() { Command = StallingProgram.Command(In("progress")) }, Limit);

        var stalledAt = await Eventually.SettledAsync(
            async () => StallingProgram.Written(await ReadTextAsync("progress")), TimeSpan.FromMilliseconds(700));
        stalledAt.ShouldBeLessThan(MostInFlight);
        process.WaitAsync(Limit).IsCompleted.ShouldBeFalse();

        var errors = process.StandardError.ToEndAsync(Limit);
        var buffer = new byte[1 << 16];
        var total = 0L;
        while (await process.StandardOutput.ReadAsync(buffer, Limit) is var count and > 0)
        {
            total += count;
        }

        total.ShouldBe(StallingProgram.Total);
        (await process.WaitAsync(Limit)).IsSuccess.ShouldBeTrue();
        (await errors).Length.ShouldBe(0);
    }

    [RequirementFact]
    public async Task A_cancelled_read_loses_nothing()
    {
        await using var process = await Exec.StartAsync(ExecRuns.Shell("read -r go; echo answer"), Limit);
        var buffer = new byte[100];
        using var cancel = new CancellationTokenSource();
        var reading = process.StandardOutput.ReadAsync(buffer, cancel.Token).AsTask();

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        await process.StandardInput.WriteAsync("go\n"u8.ToArray(), Limit);

        var text = await process.StandardOutput.ToEndAsync(Limit);
        Encoding.UTF8.GetString(text.Span).ShouldBe("answer\n");
    }

    [RequirementFact]
    public async Task Output_can_be_reopened_by_its_name()
    {
        var result = await Exec.ShellAsync("echo out > /dev/stdout; echo err > /dev/stderr");

        result.Expected().ShouldBe("out\n");
        result.ErrorText.ShouldBe("err\n");
    }
}
