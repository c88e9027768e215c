using Yonder.Runtimes.Journals;

namespace Yonder.Tests.Runtimes.Journals;

public sealed class RecordJournalTests
{
    [Fact]
    public async Task Every_cursor_sees_every_record_once_and_in_order()
    {
        using var journal = new RecordJournal<int>();
        using var early = journal.OpenCursor();
        var waiting = early.ReadAsync();
        journal.Publish(10);
        journal.Publish(11);
        using var late = journal.OpenCursor(1);

        (await waiting).Records.ToArray().ShouldBe([new(0, 10), new(1, 11)]);
        (await late.ReadAsync()).Records.ToArray().ShouldBe([new(1, 11)]);
    }

    [Fact]
    public async Task A_full_journal_drops_the_oldest_and_says_how_many()
    {
        using var journal = new RecordJournal<int>(new() { Capacity = 20, Window = 20 });
        using var cursor = journal.OpenCursor();
        for (var i = 0; i < 50; i++)
        {
            journal.Publish(i);
        }

        var read = await cursor.ReadAsync();

        read.Gap.ShouldBe(30);
        read.Records.ToArray().Select(record => record.Value).ShouldBe(Enumerable.Range(30, 20));
    }

    [Fact]
    public async Task Only_the_newest_of_each_key_is_kept()
    {
        using var journal = new RecordJournal<string>(new() { Capacity = 32, Window = 32, Key = static text => text[..1] });
        using var cursor = journal.OpenCursor();
        for (var i = 0; i < 1000; i++)
        {
            journal.Publish($"{(char)('a' + (i % 5))}{i}");
        }

        var read = await cursor.ReadAsync();

        read.Gap.ShouldBe(0);
        read.Records.ToArray().Select(record => record.Value).ShouldBe(["a995", "b996", "c997", "d998", "e999"]);
        cursor.Advance(read.Records.Length);
        cursor.Position.ShouldBe(1000);
    }

    [Fact]
    public async Task The_producer_waits_for_a_holding_cursor_and_loses_nothing()
    {
        using var journal = new RecordJournal<int>(new() { Capacity = 4, Window = 4 });
        using var cursor = journal.OpenCursor(options: CursorOptions.Viewer);
        for (var i = 0; i < 4; i++)
        {
            await journal.AppendAsync(i);
        }

        var held = journal.AppendAsync(4);
        held.IsCompleted.ShouldBeFalse();
        _ = await cursor.ReadAsync();
        cursor.Advance(2);

        (await held).ShouldBe(4);
        (await cursor.ReadAsync()).Records.ToArray().Select(record => record.Value).ShouldBe([2, 3, 4]);
    }
}
