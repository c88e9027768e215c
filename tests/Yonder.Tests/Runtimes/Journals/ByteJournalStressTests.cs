using Yonder.Runtimes.Journals;

namespace Yonder.Tests.Runtimes.Journals;

/// <summary>One producer and readers on other threads, cut at random and back at random.</summary>
public sealed class ByteJournalStressTests
{
    private const long Total = 20_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_viewer_that_is_cut_a_hundred_times_reads_every_byte_once(bool resumeInline)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var journal = new ByteJournal();
        var producing = Task.Run(() => ProduceAsync(journal, deadline.Token), deadline.Token);

        // What was handed out behind this position is what a client has received; the rest was in a socket that was cut.
        var random = new Random(7);
        var (received, lease) = (0L, default(CursorLease));
        for (var cut = 0; cut <= 100; cut++)
        {
            var cursor = journal.OpenCursor(received, new() { ResumeInline = resumeInline });
            lease?.Dispose();
            var until = cut is 100 ? Total : received + random.NextInt64(2 * Total / 100);
            var sent = await ReadAsync(cursor, received, until, deadline.Token);
            received = cut is 100 ? sent : Math.Max(received, sent - random.Next(3_000_000));
            lease = cursor.Abandon(TimeSpan.FromMinutes(1));
        }

        lease?.Dispose();
        await producing;
        received.ShouldBe(Total);
    }

    [Fact]
    public async Task Many_readers_at_their_own_pace_read_all_or_are_told_the_gap()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var journal = new ByteJournal(new() { Window = 64_000, Retention = 300_000 });
        var holds = new[] { CursorHold.Shared, CursorHold.Shared, CursorHold.None, CursorHold.None, CursorHold.Strict };
        var reading = holds.Select((hold, index) =>
        {
            var cursor = journal.OpenCursor(0, new() { Hold = hold, ResumeInline = index % 2 is 0 });
            return Task.Run(() => ReadErraticallyAsync(cursor, new Random(index), deadline.Token), deadline.Token);
        }).ToArray();

        await Task.Run(() => ProduceAsync(journal, deadline.Token), deadline.Token);

        var results = await Task.WhenAll(reading);
        results.ShouldAllBe(result => result.Read + result.Gaps == Total);
        results[^1].Gaps.ShouldBe(0);
    }

    private static async Task ProduceAsync(ByteJournal journal, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var end = 0L;
        while (end < Total)
        {
            var room = await journal.RentAsync(1, cancellationToken);
            var count = (int)Math.Min(Total - end, random.Next(Math.Min(room.Length, random.Next(3) is 0 ? 100 : 65_536) + 1));
            Pattern.Fill(room.Span[..count], end);
            journal.Commit(count);
            end += count;
        }

        journal.Return();
        journal.Complete();
    }

    private static async Task<long> ReadAsync(ByteCursor cursor, long from, long until, CancellationToken cancellationToken)
    {
        var position = from;
        while (position < until)
        {
            var read = await cursor.ReadAsync(cancellationToken);
            read.Gap.ShouldBe(0);
            read.Offset.ShouldBe(position);
            Pattern.Matches(read.Bytes.Span, read.Offset).ShouldBeTrue();
            cursor.Advance(read.Bytes.Length);
            position += read.Bytes.Length;
            if (read.IsEnd)
            {
                break;
            }
        }

        return position;
    }

    private static async Task<(long Read, long Gaps)> ReadErraticallyAsync(ByteCursor cursor, Random random, CancellationToken cancellationToken)
    {
        using var open = cursor;
        var (position, gaps, total) = (0L, 0L, 0L);
        while (await cursor.ReadAsync(cancellationToken) is { IsEnd: false } read)
        {
            gaps += read.Gap;
            read.Offset.ShouldBe(position + read.Gap);
            if (random.Next(10) is 0)
            {
                await Task.Yield();
            }

            // Checked after the pause: nobody may touch the bytes before they are counted as read.
            Pattern.Matches(read.Bytes.Span, read.Offset).ShouldBeTrue();
            var count = random.Next(2) is 0 ? read.Bytes.Length : random.Next(read.Bytes.Length + 1);
            cursor.Advance(count);
            position = read.Offset + count;
            total += count;
        }

        return (total, gaps);
    }
}
