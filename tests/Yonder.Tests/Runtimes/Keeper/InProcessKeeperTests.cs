using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Exec;
using Yonder.Runtimes.Keeper;
using Yonder.Runtimes.Terminals;
using Yonder.TestKit;
using Yonder.TestKit.Fakes;
using Yonder.TestKit.Waiting;

namespace Yonder.Tests.Runtimes.Keeper;

public sealed class InProcessKeeperTests : IAsyncDisposable
{
    private static readonly KeptKey Key = new("t1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider _clock = new();
    private readonly FakeRuntime _runtime = new();
    private readonly InProcessKeeper _keeper;
    private readonly CancellationTokenSource _deadline = new(Patience);

    public InProcessKeeperTests()
        => _keeper = new((id, _) => id == _runtime.Info.Id ? new(_runtime) : throw new RuntimeException(RuntimeError.NotFound, "No such runtime."), time: _clock);

    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        await _runtime.DisposeAsync();
        _deadline.Dispose();
    }

    [Fact]
    public async Task What_a_terminal_prints_is_read_from_any_offset()
    {
        var terminal = await StartTerminalAsync();
        await terminal.PrintAsync("hello world"u8.ToArray());

        (await ReadAsync(since: null, "hello world".Length)).ShouldBe("hello world");
        (await ReadAsync(since: 6, "world".Length)).ShouldBe("world");
    }

    [Fact]
    public async Task A_program_that_ended_keeps_its_output_and_exit_until_it_is_removed()
    {
        var terminal = await StartTerminalAsync();
        await terminal.PrintAsync("bye"u8.ToArray());
        terminal.Exit(new(7));

        var info = await _keeper.WaitAsync(Key, _deadline.Token);
        await terminal.Disposed.WaitAsync(Patience);

        info.Exit.ShouldBe(new ExitStatus(7));
        (await ReadToEndAsync()).ShouldBe("bye");
        await _keeper.RemoveAsync(Key);
        (await _keeper.FindAsync(Key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_program_that_may_run_unattended_still_waits_for_its_first_viewer()
    {
        var terminal = await StartTerminalAsync(spec => spec with { UnattendedLimit = long.MaxValue, Retention = 0, FirstViewerGrace = TimeSpan.FromMinutes(1) });
        var bytes = new byte[2_000_000];
        Random.Shared.NextBytes(bytes);
        var printing = PrintAndExitAsync(terminal, bytes);
        await Eventually.TrueAsync(async () => (await _keeper.FindAsync(Key))!.End >= 256 * 1024, "it prints up to the window");

        using var reader = await _keeper.AttachAsync(Key, new() { Since = 0 });
        using var read = new MemoryStream();
        while (await reader.ReadAsync(_deadline.Token) is { IsEnd: false } part)
        {
            part.Gap.ShouldBe(0);
            await read.WriteAsync(part.Bytes);
            reader.Advance(part.Bytes.Length);
        }

        await printing;
        read.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task A_program_whose_first_viewer_never_comes_runs_on_after_the_grace()
    {
        var terminal = await StartTerminalAsync(spec => spec with { UnattendedLimit = long.MaxValue, FirstViewerGrace = TimeSpan.FromMinutes(1) });
        var printing = PrintAndExitAsync(terminal, new byte[2_000_000]);
        await Eventually.TrueAsync(async () => (await _keeper.FindAsync(Key))!.End >= 256 * 1024, "it prints up to the window");
        printing.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromMinutes(2));

        await printing.WaitAsync(Patience);
    }

    [Fact]
    public async Task Nobody_watching_holds_the_program_and_a_viewer_lets_it_go_on_without_a_loss()
    {
        var terminal = await StartTerminalAsync(spec => spec with { UnattendedLimit = 10_000 });
        var bytes = new byte[200_000];
        Random.Shared.NextBytes(bytes);
        var printing = PrintAndExitAsync(terminal, bytes);
        await Eventually.TrueAsync(async () => (await _keeper.FindAsync(Key))!.End >= 10_000, "it prints up to the limit");
        printing.IsCompleted.ShouldBeFalse();

        using var reader = await _keeper.AttachAsync(Key, new());
        using var read = new MemoryStream();
        while (await reader.ReadAsync(_deadline.Token) is { IsEnd: false } part)
        {
            part.Gap.ShouldBe(0);
            await read.WriteAsync(part.Bytes);
            reader.Advance(part.Bytes.Length);
        }

        await printing;
        read.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task Ctrl_C_gets_through_while_the_output_is_held()
    {
        var terminal = await StartTerminalAsync(spec => spec with { UnattendedLimit = 4096 });
        var printing = terminal.PrintAsync(new byte[100_000], _deadline.Token);
        await Eventually.TrueAsync(async () => (await _keeper.FindAsync(Key))!.End >= 4096, "it prints up to the limit");

        await _keeper.WriteAsync(Key, new byte[] { 3 }, _deadline.Token);

        (await terminal.TakeInputAsync(1, _deadline.Token)).ShouldBe([3]);
        printing.IsCompleted.ShouldBeFalse();
        await _keeper.EndAsync(Key);
        _ = await Record.ExceptionAsync(() => printing);
    }

    [Fact]
    public async Task Input_of_many_writers_arrives_whole_and_waits_when_the_program_does_not_read()
    {
        var terminal = await StartTerminalAsync();
        var writes = Enumerable.Range(0, 200).Select(i => _keeper.WriteAsync(Key, Encoding.ASCII.GetBytes(new string((char)('A' + (i % 26)), 1000)), _deadline.Token).AsTask()).ToArray();
        writes.Count(write => write.IsCompleted).ShouldBeLessThan(200);

        var input = await terminal.TakeInputAsync(200_000, _deadline.Token);

        await Task.WhenAll(writes);
        input.Chunk(1000).ShouldAllBe(chunk => chunk.All(value => value == chunk[0]));
    }

    [Fact]
    public async Task Size_and_signals_reach_the_terminal()
    {
        var terminal = await StartTerminalAsync();

        await _keeper.ResizeAsync(Key, new(120, 40));
        await _keeper.SignalAsync(Key, ProcessSignal.Interrupt);

        terminal.Sizes.ShouldBe([new TerminalSize(120, 40)]);
        terminal.Signals.ShouldBe([ProcessSignal.Interrupt]);
        (await _keeper.FindAsync(Key))!.Size.ShouldBe(new TerminalSize(120, 40));
    }

    [Fact]
    public async Task A_process_has_two_outputs_and_an_input_that_ends()
    {
        await _keeper.StartAsync(new() { Key = Key, Runtime = _runtime.Info.Id, Process = new() { Command = ["cat"] } });
        var process = await _runtime.NextProcessAsync();

        await _keeper.WriteAsync(Key, "in"u8.ToArray());
        await _keeper.CloseInputAsync(Key);
        (await process.TakeAllInputAsync(_deadline.Token)).ShouldBe("in"u8.ToArray());
        await process.PrintAsync("out"u8.ToArray());
        await process.PrintErrorAsync("err"u8.ToArray());
        process.Exit();

        (await ReadToEndAsync()).ShouldBe("out");
        (await ReadToEndAsync(KeptOutput.Error)).ShouldBe("err");
        (await Should.ThrowAsync<RuntimeException>(async () => await _keeper.WriteAsync(Key, "x"u8.ToArray()))).Error.ShouldBe(RuntimeError.WrongState);
    }

    [Fact]
    public async Task A_lost_connection_is_told_and_not_taken_for_an_exit()
    {
        var terminal = await StartTerminalAsync();
        terminal.Lose(new RuntimeException(RuntimeError.Unreachable, "The host went away."));

        var info = await _keeper.WaitAsync(Key, _deadline.Token);

        (info.Exit, info.Failure, info.IsRunning).ShouldBe((null, "The host went away.", false));
        using var reader = await _keeper.AttachAsync(Key, new());
        (await reader.ReadAsync(_deadline.Token)).Error.ShouldBeOfType<RuntimeException>().Error.ShouldBe(RuntimeError.Unreachable);
    }

    [Fact]
    public async Task Something_left_behind_that_holds_the_output_open_is_hung_up_after_the_grace()
    {
        var terminal = await StartTerminalAsync();
        await terminal.PrintAsync("x"u8.ToArray());
        terminal.Exit(new(0), keepOutputOpen: true);
        await _keeper.WaitAsync(Key, _deadline.Token);
        await Eventually.TrueAsync(async () => (await _keeper.FindAsync(Key))!.End is 1, "the output is kept");
        terminal.Disposed.IsCompleted.ShouldBeFalse();

        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(terminal.Disposed.IsCompleted);
        }, "it is hung up");

        (await ReadToEndAsync()).ShouldBe("x");
    }

    [Fact]
    public async Task A_viewer_that_attaches_again_takes_over_its_earlier_attachment()
    {
        await StartTerminalAsync();
        using var first = await _keeper.AttachAsync(Key, new() { Viewer = "v" });
        var waiting = first.ReadAsync(_deadline.Token).AsTask();

        using var second = await _keeper.AttachAsync(Key, new() { Viewer = "v" });

        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        (await _keeper.FindAsync(Key))!.Viewers.ShouldBe(1);
    }

    [Fact]
    public async Task Ending_kills_the_program_and_keeps_what_it_printed()
    {
        var terminal = await StartTerminalAsync();
        await terminal.PrintAsync("x"u8.ToArray());
        await Eventually.TrueAsync(async () => (await _keeper.FindAsync(Key))!.End is 1, "the output is kept");

        var info = await _keeper.EndAsync(Key);

        info.Exit.ShouldBe(ExitStatus.FromSignal(9));
        terminal.Disposed.IsCompleted.ShouldBeTrue();
        (await ReadToEndAsync()).ShouldBe("x");
    }

    [Fact]
    public async Task A_program_that_nobody_watches_for_too_long_is_ended_and_later_forgotten()
    {
        await StartTerminalAsync(spec => spec with { DetachedLimit = TimeSpan.FromMinutes(5) });
        using (await _keeper.AttachAsync(Key, new()))
        {
            _clock.Advance(TimeSpan.FromMinutes(10));
            (await _keeper.FindAsync(Key))!.IsRunning.ShouldBeTrue();
        }

        var ended = _keeper.WaitAsync(Key, _deadline.Token);
        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(ended.IsCompleted);
        }, "it is ended");
        (await ended).Failure.ShouldNotBeNull().ShouldContain("Nobody was attached");
        await Eventually.TrueAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return await _keeper.FindAsync(Key) is null;
        }, "it is forgotten");
    }

    [Fact]
    public async Task A_program_without_input_and_output_for_too_long_is_ended()
    {
        var terminal = await StartTerminalAsync(spec => spec with { IdleLimit = TimeSpan.FromMinutes(5) });
        var ended = _keeper.WaitAsync(Key, _deadline.Token);

        await Eventually.TrueAsync(() =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(ended.IsCompleted);
        }, "it is ended");

        (await ended).Failure.ShouldNotBeNull().ShouldContain("idle");
        await terminal.Disposed.WaitAsync(Patience);
    }

    [Fact]
    public async Task Keys_are_taken_once_and_a_start_that_fails_gives_its_key_back()
    {
        _runtime.Refusal = new(RuntimeError.NotFound, "There is no such program.");
        (await Should.ThrowAsync<RuntimeException>(() => StartTerminalAsync())).Error.ShouldBe(RuntimeError.NotFound);
        _runtime.Refusal = null;

        await StartTerminalAsync();

        (await Should.ThrowAsync<RuntimeException>(() => StartTerminalAsync())).Error.ShouldBe(RuntimeError.AlreadyExists);
        (await Should.ThrowAsync<RuntimeException>(async () => await _keeper.AttachAsync(new("other"), new()))).Error.ShouldBe(RuntimeError.NotFound);
    }

    [Fact]
    public async Task Closing_the_keeper_ends_everything()
    {
        var terminal = await StartTerminalAsync();
        using var reader = await _keeper.AttachAsync(Key, new());
        var waiting = reader.ReadAsync(_deadline.Token).AsTask();

        await _keeper.DisposeAsync();

        terminal.Disposed.IsCompleted.ShouldBeTrue();
        var outcome = await Record.ExceptionAsync(() => waiting);
        (outcome is ObjectDisposedException || (outcome is null && (await waiting).IsEnd)).ShouldBeTrue();
    }

    private static async Task PrintAndExitAsync(FakeTerminal terminal, byte[] bytes)
    {
        await terminal.PrintAsync(bytes);
        terminal.Exit();
    }

    private async Task<FakeTerminal> StartTerminalAsync(Func<KeepSpec, KeepSpec>? change = null)
    {
        var spec = new KeepSpec { Key = Key, Runtime = _runtime.Info.Id, Terminal = new() };
        await _keeper.StartAsync(change?.Invoke(spec) ?? spec);
        return await _runtime.NextTerminalAsync(_deadline.Token);
    }

    private async Task<string> ReadAsync(long? since, int count)
    {
        using var reader = await _keeper.AttachAsync(Key, new() { Since = since });
        while (true)
        {
            var read = await reader.ReadAsync(_deadline.Token);
            if (read.Bytes.Length >= count)
            {
                return Encoding.UTF8.GetString(read.Bytes.Span);
            }

            reader.Advance(0);
        }
    }

    private async Task<string> ReadToEndAsync(KeptOutput output = KeptOutput.Main)
    {
        using var reader = await _keeper.AttachAsync(Key, new() { Output = output });
        var text = new StringBuilder();
        while (await reader.ReadAsync(_deadline.Token) is { IsEnd: false } read)
        {
            text.Append(Encoding.UTF8.GetString(read.Bytes.Span));
            reader.Advance(read.Bytes.Length);
        }

        return text.ToString();
    }
}
