using System.Buffers;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Journals;

namespace Yonder.Tests.Runtimes.Journals;

public sealed class DurableJournalTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("yonder-test-");

    private string FilePath => Path.Combine(_directory.FullName, "events.journal");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task What_was_appended_is_there_after_it_is_opened_again_and_goes_on()
    {
        using (var journal = Open())
        {
            journal.Append("a");
            journal.Append(string.Empty);
            await journal.FlushAsync();
        }

        using var reopened = Open();
        reopened.Append("c").ShouldBe(2);

        (await ReadAllAsync(reopened, 0)).ShouldBe(["a", "", "c"]);
        reopened.CutOff.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task A_torn_end_is_cut_off_and_what_is_whole_stays(int torn)
    {
        using (var journal = Open())
        {
            journal.Append("first");
            journal.Append("second");
        }

        using (var file = File.OpenWrite(FilePath))
        {
            file.SetLength(file.Length - torn);
        }

        using var reopened = Open();
        (reopened.End, reopened.CutOff).ShouldBe((1, 8 + "second".Length - torn));
        reopened.Append("third").ShouldBe(1);
        (await ReadAllAsync(reopened, 0)).ShouldBe(["first", "third"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xFF)]
    public async Task What_a_power_cut_leaves_behind_the_last_record_is_no_record(byte value)
    {
        using (var journal = Open())
        {
            journal.Append("first");
        }

        await File.AppendAllBytesAsync(FilePath, [.. Enumerable.Repeat(value, 5000)]);

        using var reopened = Open();
        (await ReadAllAsync(reopened, 0)).ShouldBe(["first"]);
        reopened.CutOff.ShouldBe(5000);
    }

    [Fact]
    public async Task A_reader_that_lags_goes_on_in_the_file_and_then_in_memory_without_a_gap()
    {
        using var journal = Open(new() { Capacity = 16, ReadLimit = 10 });
        var reading = Task.Run(() => ReadAllAsync(journal, 5));
        var late = journal.OpenCursor();
        for (var i = 0; i < 5000; i++)
        {
            journal.Append($"{i}");
        }

        journal.Complete();
        (await reading).Length.ShouldBe(4995);
        (await ReadAllAsync(journal, 130)).ShouldBe(Enumerable.Range(130, 4870).Select(i => $"{i}"));
        (await late.ReadAsync()).Records.Span[0].ShouldBe(new(0, "0"));
    }

    [Fact]
    public async Task Flushes_that_come_together_all_return()
    {
        using var journal = Open();

        await Parallel.ForAsync(0, 64, async (i, cancellationToken) =>
        {
            journal.Append($"{i}");
            await journal.FlushAsync(cancellationToken);
        });

        journal.End.ShouldBe(64);
    }

    [Fact]
    public void One_file_is_open_once()
    {
        using var journal = Open();

        Should.Throw<IOException>(() => Open());
    }

    [Fact]
    public void A_number_beyond_the_end_belongs_to_another_stream()
    {
        using var journal = Open();

        Should.Throw<RuntimeException>(() => journal.OpenCursor(1)).Error.ShouldBe(RuntimeError.InvalidRequest);
    }

    private static async Task<string[]> ReadAllAsync(DurableJournal<string> journal, long since)
    {
        while (journal.End < since)
        {
            await Task.Yield();
        }

        var records = new List<string>();
        using var cursor = journal.OpenCursor(since);
        while (true)
        {
            // At the end of a journal that goes on, a read would wait.
            if (cursor.Position == journal.End && records.Count > 0)
            {
                return [.. records];
            }

            var read = await cursor.ReadAsync();
            read.Gap.ShouldBe(0);
            foreach (var record in read.Records.Span)
            {
                record.Sequence.ShouldBe(since + records.Count);
                records.Add(record.Value);
            }

            cursor.Advance(read.Records.Length);
        }
    }

    private DurableJournal<string> Open(DurableJournalOptions? options = null) => new(FilePath, new TextCodec(), options);

    private sealed class TextCodec : IRecordCodec<string>
    {
        public void Write(string record, IBufferWriter<byte> bytes) => Encoding.UTF8.GetBytes(record, bytes);

        public string Read(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
    }
}
