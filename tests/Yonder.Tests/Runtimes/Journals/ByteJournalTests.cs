using Yonder.Runtimes;
using Yonder.Runtimes.Journals;
using Yonder.TestKit;

namespace Yonder.Tests.Runtimes.Journals;

public sealed class ByteJournalTests
{
    private static readonly ByteJournalOptions Small = new() { Window = 8, Retention = 0, UnattendedLimit = 8 };

    [Fact]
    public async Task A_reader_sees_the_bytes_in_place_where_the_producer_put_them()
    {
        using var journal = new ByteJournal();
        using var cursor = journal.OpenCursor();
        var room = await journal.RentAsync(3);
        "abc"u8.CopyTo(room.Span);
        journal.Commit(3);

        var read = await cursor.ReadAsync();

        read.Bytes.Span.Overlaps(room.Span).ShouldBeTrue();
        read.ShouldBe(new ByteRead(0, read.Bytes));
        read.Bytes.ToArray().ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task A_reader_that_waits_is_woken_with_everything_that_has_come()
    {
        using var journal = new ByteJournal();
        using var cursor = journal.OpenCursor();
        var waiting = cursor.ReadAsync();
        waiting.IsCompleted.ShouldBeFalse();

        await journal.AppendAsync("ab"u8.ToArray());
        await journal.AppendAsync("c"u8.ToArray());

        (await waiting).Bytes.ToArray().ShouldBe("abc"u8.ToArray());
    }

    [Fact]
    public async Task What_was_not_counted_as_read_comes_again()
    {
        using var journal = new ByteJournal();
        using var cursor = journal.OpenCursor();
        await journal.AppendAsync("abc"u8.ToArray());
        _ = await cursor.ReadAsync();

        cursor.Advance(1);

        var read = await cursor.ReadAsync();
        (read.Offset, cursor.Position).ShouldBe((1, 1));
        read.Bytes.ToArray().ShouldBe("bc"u8.ToArray());
    }

    [Fact]
    public async Task The_end_is_told_with_its_reason_once_all_is_read()
    {
        using var journal = new ByteJournal();
        using var cursor = journal.OpenCursor();
        await journal.AppendAsync("a"u8.ToArray());
        var reason = new RuntimeException(RuntimeError.Unreachable, "The host went away.");
        journal.Complete(reason);

        (await cursor.ReadAsync()).IsEnd.ShouldBeFalse();
        cursor.Advance(1);

        (await cursor.ReadAsync()).ShouldBe(new ByteRead(1, default, IsEnd: true, Error: reason));
    }

    [Fact]
    public async Task The_producer_waits_for_a_viewer_that_is_alone_and_goes_on_as_it_reads()
    {
        using var journal = new ByteJournal(Small);
        using var cursor = journal.OpenCursor();
        await journal.AppendAsync(new byte[8]);

        var held = journal.RentAsync();
        held.IsCompleted.ShouldBeFalse();
        _ = await cursor.ReadAsync();
        cursor.Advance(3);
        held.IsCompleted.ShouldBeFalse();
        _ = await cursor.ReadAsync();
        cursor.Advance(1);

        (await held).Length.ShouldBePositive();
    }

    [Fact]
    public async Task A_stalled_viewer_keeps_nobody_waiting_while_another_reads_and_is_told_exactly_what_it_missed()
    {
        using var journal = new ByteJournal(new() { Window = 32_768, Retention = 200_000 });
        using var stalled = journal.OpenCursor();
        using var brisk = journal.OpenCursor();

        for (var i = 0; i < 100; i++)
        {
            await journal.AppendAsync(new byte[20_000]);
            while (brisk.Position < journal.End)
            {
                brisk.Advance((await brisk.ReadAsync()).Bytes.Length);
            }
        }

        var read = await stalled.ReadAsync();
        read.Gap.ShouldBe(journal.Start);
        read.Bytes.IsEmpty.ShouldBeFalse();
        read.Offset.ShouldBe(journal.Start);
        journal.Start.ShouldBeInRange(journal.End - 300_000, journal.End - 200_000);
    }

    [Fact]
    public async Task A_viewer_that_was_cut_off_holds_the_producer_until_its_grace_is_over()
    {
        var clock = new ManualTimeProvider();
        using var journal = new ByteJournal(Small with { UnattendedLimit = long.MaxValue, TimeProvider = clock });
        var cursor = journal.OpenCursor();
        await journal.AppendAsync(new byte[8]);
        using var lease = cursor.Abandon(TimeSpan.FromSeconds(30));

        var held = journal.RentAsync();
        clock.Advance(TimeSpan.FromSeconds(29));
        held.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        (await held).Length.ShouldBePositive();
    }

    [Fact]
    public async Task A_viewer_that_leaves_cleanly_lets_the_producer_go_on()
    {
        using var journal = new ByteJournal(Small with { UnattendedLimit = long.MaxValue });
        var cursor = journal.OpenCursor();
        await journal.AppendAsync(new byte[8]);
        var held = journal.RentAsync();

        cursor.Dispose();

        (await held).Length.ShouldBePositive();
    }

    [Fact]
    public async Task Nobody_reading_holds_the_producer_at_the_limit()
    {
        using var journal = new ByteJournal(Small);
        await journal.AppendAsync(new byte[8]);

        var held = journal.RentAsync();

        held.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_a_wait_leaves_the_cursor_usable()
    {
        using var journal = new ByteJournal();
        using var cursor = journal.OpenCursor();
        using var cancel = new CancellationTokenSource();
        var waiting = cursor.ReadAsync(cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await journal.AppendAsync("a"u8.ToArray());
        (await cursor.ReadAsync()).Bytes.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Closing_the_journal_ends_every_wait()
    {
        var journal = new ByteJournal(Small);
        using var cursor = journal.OpenCursor();
        var waiting = cursor.ReadAsync().AsTask();

        journal.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await journal.RentAsync());
    }

    [Fact]
    public async Task An_offset_beyond_the_end_belongs_to_another_stream()
    {
        using var journal = new ByteJournal();
        await journal.AppendAsync("a"u8.ToArray());

        Should.Throw<RuntimeException>(() => journal.OpenCursor(2)).Error.ShouldBe(RuntimeError.InvalidRequest);
    }
}
