using System.Text;
using Yonder.Client;
using Yonder.Client.Terminals;

namespace Yonder.Gateway.Tests.Client;

/// <summary>The client's terminals against a real gateway and real shells.</summary>
public sealed class RealTerminalTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task A_shell_answers_is_resized_and_ends_with_its_exit_code()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var terminal = await box.Client.Terminals.ConnectAsync(box.Id, new TerminalOptions { Columns = 120, Rows = 40 });

        await terminal.WriteAsync("stty size\n");
        await ReadUntilAsync(terminal, "40 120");
        await terminal.ResizeAsync(150, 50);
        await terminal.WriteAsync("stty size\n");
        await ReadUntilAsync(terminal, "50 150");
        await terminal.WriteAsync("exit 5\n");
        await foreach (var rest in terminal)
        {
            _ = rest;
        }

        terminal.ExitCode.ShouldBe(5);
        terminal.State.ShouldBe(TerminalState.Closed);
    }

    [Fact]
    public async Task A_stream_whose_connection_is_cut_again_and_again_arrives_whole()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        var random = new Random(11);
        var next = 200_000;
        await using var proxy = new CuttingProxy(gateway.Url, passed => passed > next && (next = random.Next(20_000, 400_000)) > 0);
        await using var client = new YonderClient(proxy.Url);
        var command = new TerminalOptions { Command = ["stty -opost; seq 1 1000000"] };
        await using var terminal = await client.Terminals.ConnectAsync(box.Id, command);

        var expected = 1;
        var line = 0;
        await foreach (var bytes in terminal)
        {
            foreach (var digit in bytes.Span)
            {
                if (digit is (byte)'\n')
                {
                    line.ShouldBe(expected++);
                    line = 0;
                }
                else
                {
                    line = (line * 10) + (digit - (byte)'0');
                }
            }
        }

        expected.ShouldBe(1_000_001);
        (terminal.ExitCode, terminal.MissedBytes).ShouldBe((0, 0));
        proxy.Cuts.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_named_session_is_left_and_joined_again_where_it_was()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        var options = new TerminalOptions { SessionId = "work" };
        long position;
        await using (var first = await box.Client.Terminals.ConnectAsync(box.Id, options))
        {
            await first.WriteAsync("x=kept; echo rea''dy\n");
            await ReadUntilAsync(first, "ready");
            position = first.Position;
        }

        await using var second = await box.Client.Terminals.ConnectAsync(box.Id, options with { Since = position });
        await second.WriteAsync("echo $x-still\n");

        (await ReadUntilAsync(second, "kept-still")).ShouldNotContain("ready");
        (await box.Client.Terminals.ListAsync(box.Id)).Select(session => session.Id).ShouldBe(["work"]);
        await second.EndAsync();
    }

    [Fact]
    public async Task A_terminal_without_a_name_ends_with_its_disposal()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using (var terminal = await box.Client.Terminals.ConnectAsync(box.Id))
        {
            await terminal.WriteAsync("echo rea''dy\n");
            await ReadUntilAsync(terminal, "ready");
        }

        await TestKit.Waiting.Eventually.TrueAsync(async () => (await box.Client.Terminals.ListAsync(box.Id)).Count is 0, "the session ends");
    }

    [Fact]
    public async Task Files_go_both_ways_with_ranges_and_progress()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        var files = box.Client.Files;
        var content = new byte[500_000];
        new Random(3).NextBytes(content);
        var told = new List<long>();
        var path = $"/tmp/{box.Name}/a/file.bin";

        await files.UploadAsync(box.Id, path, new MemoryStream(content), new() { Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite, Progress = new Told(told) });

        told[^1].ShouldBe(500_000);
        (await files.DownloadAsync(box.Id, path)).SequenceEqual(content).ShouldBeTrue();
        await using (var part = await files.OpenReadAsync(box.Id, path, 1000, 50))
        {
            using var read = new MemoryStream();
            await part.CopyToAsync(read);
            read.ToArray().ShouldBe(content[1000..1050]);
        }

        var found = await files.StatAsync(box.Id, path);
        (found!.Size, found.Mode, found.IsDir).ShouldBe((500_000, "-rw-------", false)); // it was just written
        await files.MoveAsync(box.Id, path, $"/tmp/{box.Name}/moved");
        (await files.StatAsync(box.Id, path)).ShouldBeNull();
        (await files.ListAsync(box.Id, $"/tmp/{box.Name}")).Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["a", "moved"]);
        await files.DeleteAsync(box.Id, $"/tmp/{box.Name}");
        (await Should.ThrowAsync<YonderApiException>(() => files.DownloadAsync(box.Id, path))).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_drivers_say_whether_they_work()
    {
        await using var client = new YonderClient(gateway.Url.ToString());

        (await client.System.GetDriversAsync()).ShouldContain(driver => driver.Scheme == "local" && driver.IsAvailable);
    }

    [Fact]
    public async Task A_process_gets_signals_and_is_killed_by_disposal()
    {
        await using var box = await TestBox.CreateAsync(gateway);
        await using var process = await box.Client.Processes.StartAsync(box.Id, new() { Command = ["sh", "-c", "trap 'echo got it; exit 9' TERM; echo ready; while :; do sleep 0.05; done"] });
        var output = new StringBuilder();

        await foreach (var piece in process.ReadOutputAsync())
        {
            output.Append(piece.IsError ? "" : Encoding.ASCII.GetString(piece.Bytes.Span));
            if (!piece.IsError && output.ToString() is "ready\n")
            {
                await process.SignalAsync(15);
            }
        }

        (process.ExitCode, output.ToString()).ShouldBe((9, "ready\ngot it\n"));
    }

    private static async Task<string> ReadUntilAsync(Terminal terminal, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var all = new StringBuilder();
        while (!all.ToString().Contains(text, StringComparison.Ordinal))
        {
            var bytes = await terminal.ReadAsync(limit.Token);
            bytes.IsEmpty.ShouldBeFalse($"the terminal ended before '{text}': {all}");
            all.Append(Encoding.UTF8.GetString(bytes.Span));
        }

        return all.ToString();
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it is told at once.</summary>
    private sealed class Told(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
