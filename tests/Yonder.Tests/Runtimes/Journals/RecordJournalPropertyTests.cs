using FsCheck;
using FsCheck.Fluent;
using Yonder.Runtimes.Journals;

namespace Yonder.Tests.Runtimes.Journals;

public sealed class RecordJournalPropertyTests
{
    private const int Capacity = 40;

    /// <summary>Each step below 10 publishes under a key (9: under none); the others let one of two cursors read and count some as read.</summary>
    [Fact]
    public Task Every_cursor_sees_every_record_that_was_not_superseded_once_in_order_or_is_told_the_gap()
        => Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(600),
            Prop.ForAll<NonNegativeInt[], bool>(async (steps, isKeyed) =>
            {
                using var journal = new RecordJournal<(int Key, int Value)>(new()
                {
                    Capacity = Capacity,
                    Window = Capacity,
                    ReadLimit = 7,
                    Key = isKeyed ? static record => record.Key is 9 ? null : record.Key : null,
                });
                using var first = journal.OpenCursor();
                using var second = journal.OpenCursor();
                var published = new List<(int Key, int Value)>();
                foreach (var step in steps.Select(static step => step.Get % 14))
                {
                    if (step < 10)
                    {
                        journal.Publish((step, published.Count)).ShouldBe(published.Count);
                        published.Add((step, published.Count));
                    }
                    else
                    {
                        await ReadAsync(journal, step % 2 is 0 ? first : second, published, isKeyed, step);
                    }
                }

                journal.Complete();
                await DrainAsync(journal, first, published, isKeyed);
                await DrainAsync(journal, second, published, isKeyed);
            })));

    private static async Task DrainAsync(RecordJournal<(int Key, int Value)> journal, RecordCursor<(int Key, int Value)> cursor, List<(int Key, int Value)> published, bool isKeyed)
    {
        while (cursor.Position < published.Count)
        {
            await ReadAsync(journal, cursor, published, isKeyed, int.MaxValue);
        }

        (await cursor.ReadAsync()).IsEnd.ShouldBeTrue();
    }

    private static async Task ReadAsync(RecordJournal<(int Key, int Value)> journal, RecordCursor<(int Key, int Value)> cursor, List<(int Key, int Value)> published, bool isKeyed, int most)
    {
        var position = cursor.Position;
        if (position == published.Count)
        {
            return;
        }

        var read = await cursor.ReadAsync();

        read.Gap.ShouldBe(Math.Max(0, journal.Start - position));
        position += read.Gap;
        var expected = Enumerable.Range((int)position, published.Count - (int)position)
            .Where(number => !isKeyed || published[number].Key is 9 || !published.Skip(number + 1).Any(later => later.Key == published[number].Key))
            .Take(read.Records.Length)
            .Select(number => new JournalRecord<(int Key, int Value)>(number, published[number]));
        read.Records.IsEmpty.ShouldBeFalse();
        read.Records.ToArray().ShouldBe(expected);
        cursor.Advance(Math.Min(most - 9, read.Records.Length));
    }
}
