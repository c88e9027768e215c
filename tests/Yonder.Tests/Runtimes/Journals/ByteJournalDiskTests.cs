using Yonder.Runtimes;
using Yonder.Runtimes.Journals;

namespace Yonder.Tests.Runtimes.Journals;

public sealed class ByteJournalDiskTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("yonder-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task What_left_memory_is_read_again_from_disk_and_no_file_shows()
    {
        using var journal = new ByteJournal(new() { SpillDirectory = _directory.FullName });
        await journal.AppendAsync(Pattern.Make(5_000_000, 0));

        using var cursor = journal.OpenCursor(0);
        var position = 0L;
        while (position < journal.End)
        {
            var read = await cursor.ReadAsync();
            Pattern.Matches(read.Bytes.Span, position).ShouldBeTrue();
            cursor.Advance(read.Bytes.Length);
            position += read.Bytes.Length;
        }

        journal.MemoryInUse.ShouldBeLessThan(200_000);
        _directory.EnumerateFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_journal_that_prints_little_makes_no_file_and_one_that_is_complete_keeps_no_memory()
    {
        var absent = Path.Combine(_directory.FullName, "absent");
        using var little = new ByteJournal(new() { SpillDirectory = absent });
        await little.AppendAsync(new byte[10_000]);
        little.StorageError.ShouldBeNull();

        using var much = new ByteJournal(new() { SpillDirectory = _directory.FullName });
        await much.AppendAsync(new byte[1_000_000]);
        much.Complete();

        much.MemoryInUse.ShouldBe(0);
        (much.Start, much.End).ShouldBe((0, 1_000_000));
    }

    [Fact]
    public async Task A_disk_that_fails_is_said_costs_a_viewer_nothing_and_is_used_again_once_it_works()
    {
        var absent = Path.Combine(_directory.FullName, "absent");
        using var journal = new ByteJournal(new() { Window = 100_000, SpillDirectory = absent });
        using var viewer = journal.OpenCursor();
        using var onlooker = journal.OpenCursor(options: CursorOptions.Observer);
        var position = await AppendAndReadAsync(journal, viewer, 0, 2_000_000);

        journal.StorageError.ShouldBeAssignableTo<IOException>();
        journal.MemoryInUse.ShouldBeLessThan(400_000);
        (await onlooker.ReadAsync()).Gap.ShouldBe(journal.Start);

        Directory.CreateDirectory(absent);
        position = await AppendAndReadAsync(journal, viewer, position, 4_000_000);

        journal.StorageError.ShouldBeNull();
        (position - journal.Start).ShouldBeGreaterThan(1_900_000);
    }

    [Fact]
    public async Task Without_a_disk_the_producer_waits_for_a_viewer_before_anything_is_lost()
    {
        using var journal = new ByteJournal(new() { Window = 100_000, SpillDirectory = Path.Combine(_directory.FullName, "absent") });
        var appending = journal.AppendAsync(Pattern.Make(1_000_000, 0)).AsTask();
        journal.IsHeld.ShouldBeTrue();
        journal.Start.ShouldBe(0);

        using var viewer = journal.OpenCursor();
        await ReadAsync(viewer, 0, 1_000_000);

        await appending;
    }

    [Fact]
    public async Task A_journal_that_keeps_everything_refuses_what_the_disk_does_not_take()
    {
        using var journal = new ByteJournal(new()
        {
            Retention = long.MaxValue,
            UnattendedLimit = long.MaxValue,
            SpillDirectory = Path.Combine(_directory.FullName, "absent"),
        });

        var refusal = await Should.ThrowAsync<RuntimeException>(async () => await journal.AppendAsync(new byte[1_000_000]));

        refusal.Error.ShouldBe(RuntimeError.NoSpace);
        journal.Start.ShouldBe(0);
    }

    private static async Task<long> AppendAndReadAsync(ByteJournal journal, ByteCursor viewer, long position, long end)
    {
        while (position < end)
        {
            await journal.AppendAsync(Pattern.Make(10_000, position));
            await ReadAsync(viewer, position, position + 10_000);
            position += 10_000;
        }

        return position;
    }

    private static async Task ReadAsync(ByteCursor viewer, long position, long end)
    {
        while (position < end)
        {
            var read = await viewer.ReadAsync();
            read.Gap.ShouldBe(0);
            Pattern.Matches(read.Bytes.Span, position).ShouldBeTrue();
            viewer.Advance(read.Bytes.Length);
            position += read.Bytes.Length;
        }
    }
}
