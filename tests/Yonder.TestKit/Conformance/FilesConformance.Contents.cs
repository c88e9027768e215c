using System.Security.Cryptography;
using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <content>What is in files.</content>
public abstract partial class FilesConformance
{
    [RequirementFact]
    public async Task All_byte_values_are_written_and_read()
    {
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        using var content = new MemoryStream(all);
        await Files.WriteAsync(In("bytes"), content, FileWriteOptions.Default, Limit);

        await using var stream = await Files.OpenReadAsync(In("bytes"), cancellationToken: Limit);
        (await stream.ToEndAsync(Limit)).ToArray().ShouldBe(all);
    }

    [RequirementFact]
    public async Task A_hundred_megabytes_are_written_and_read_unchanged()
    {
        const long size = 100_000_000;
        await using var content = new PatternStream(size);
        await Files.WriteAsync(In("big"), content, new() { Length = size }, Limit);
        var expected = await SHA256.HashDataAsync(new PatternStream(size), Limit);

        (await Exec.ShellAsync("sha256sum < \"$1\"", In("big").ToString())).Expected()[..64].ShouldBe(Convert.ToHexStringLower(expected));
        await using var stream = await Files.OpenReadAsync(In("big"), cancellationToken: Limit);
        (await SHA256.HashDataAsync(stream, Limit)).ShouldBe(expected);
    }

    [RequirementFact]
    public async Task An_empty_file_is_a_file()
    {
        await WriteAsync(In("empty"), "");

        (await Files.StatAsync(In("empty"), cancellationToken: Limit)).ShouldNotBeNull().Size.ShouldBe(0);
        (await ReadAsync(In("empty"))).ShouldBe("");
        (await ReadAsync(In("empty"), offset: 5)).ShouldBe("");
    }

    [RequirementTheory]
    [InlineData(0, null, "0123456789")]
    [InlineData(3, null, "3456789")]
    [InlineData(3, 4L, "3456")]
    [InlineData(0, 1L, "0")]
    [InlineData(9, 1L, "9")]
    [InlineData(8, 100L, "89")]
    [InlineData(10, null, "")]
    [InlineData(1000, 5L, "")]
    [InlineData(2, 0L, "")]
    public async Task A_range_is_read(long offset, long? length, string expected)
    {
        await WriteAsync(In("digits"), "0123456789");

        (await ReadAsync(In("digits"), offset, length)).ShouldBe(expected);
    }

    [RequirementTheory]
    [InlineData(-1, null)]
    [InlineData(0, -1L)]
    public async Task A_negative_range_is_refused(long offset, long? length)
    {
        await WriteAsync(In("digits"), "0123456789");

        (await FailsAsync(() => ReadAsync(In("digits"), offset, length))).ShouldBe(RuntimeError.InvalidRequest);
    }

    [RequirementFact]
    public async Task A_range_far_into_a_big_sparse_file_is_read_at_once()
    {
        (await Exec.ShellAsync("printf end | dd of=\"$1\" bs=1 seek=5000000000 2> /dev/null", In("sparse").ToString())).Expected();

        (await Files.StatAsync(In("sparse"), cancellationToken: Limit)).ShouldNotBeNull().Size.ShouldBe(5_000_000_003);
        (await ReadAsync(In("sparse"), 4_999_999_999, 4)).ShouldBe("\0end");
    }

    [RequirementFact]
    public async Task A_reader_that_leaves_early_leaves_nothing_behind()
    {
        await using var content = new PatternStream(10_000_000);
        await Files.WriteAsync(In("big"), content, FileWriteOptions.Default, Limit);
        for (var i = 0; i < 20; i++)
        {
            await using var stream = await Files.OpenReadAsync(In("big"), cancellationToken: Limit);
            var part = new byte[1000];
            await stream.ReadExactlyAsync(part, Limit);
            part[999].ShouldBe(PatternStream.At(999));
        }
    }

    [RequirementFact]
    public async Task A_concurrent_reader_sees_the_old_content_or_the_new()
    {
        const int size = 300_000;
        await WriteAsync(In("file"), new string('a', size));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        var reading = Task.Run(
            async () =>
            {
                var reads = 0;
                while (!stop.IsCancellationRequested)
                {
                    var text = await ReadAsync(In("file"));
                    text.Length.ShouldBe(size);
                    text.AsSpan().ContainsAnyExcept(text[0]).ShouldBeFalse();
                    reads++;
                }

                return reads;
            },
            Limit);

        for (var i = 0; i < 30; i++)
        {
            await WriteAsync(In("file"), new string((char)('b' + (i % 20)), size));
        }

        await stop.CancelAsync();
        (await reading).ShouldBeGreaterThan(0);
        (await NamesAsync(Scratch)).ShouldBe(["file"]);
    }

    [RequirementFact]
    public async Task A_reader_keeps_the_file_that_it_opened()
    {
        await WriteAsync(In("file"), "old content");
        await using var stream = await Files.OpenReadAsync(In("file"), cancellationToken: Limit);
        var start = new byte[3];
        await stream.ReadExactlyAsync(start, Limit);

        await WriteAsync(In("file"), "new");

        Encoding.UTF8.GetString((await stream.ToEndAsync(Limit)).Span).ShouldBe(" content");
        (await ReadAsync(In("file"))).ShouldBe("new");
    }

    [RequirementTheory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(3_000_000)]
    public async Task An_upload_that_is_cut_leaves_the_old_file(int bytes)
    {
        await WriteAsync(In("file"), "old");

        await using var cut = new CutStream(bytes);
        await Should.ThrowAsync<IOException>(async () => await Files.WriteAsync(In("file"), cut, FileWriteOptions.Default, Limit));

        (await ReadAsync(In("file"))).ShouldBe("old");
        (await NamesAsync(Scratch)).ShouldBe(["file"]);
    }

    [RequirementFact]
    public async Task An_upload_that_is_cancelled_leaves_the_old_file()
    {
        await WriteAsync(In("file"), "old");
        using var cancel = new CancellationTokenSource();
        var pipe = new System.IO.Pipelines.Pipe();
        await pipe.Writer.WriteAsync(new byte[1000], Limit);
        var writing = Files.WriteAsync(In("file"), pipe.Reader.AsStream(), FileWriteOptions.Default, cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => writing);
        (await ReadAsync(In("file"))).ShouldBe("old");
        (await NamesAsync(Scratch)).ShouldBe(["file"]);
    }

    [RequirementTheory]
    [InlineData(5)]
    [InlineData(3)]
    public async Task A_content_of_another_length_than_promised_leaves_the_old_file(long promised)
    {
        await WriteAsync(In("file"), "old");

        (await FailsAsync(() => WriteAsync(In("file"), "1234", new() { Length = promised }))).ShouldBe(RuntimeError.InvalidRequest);

        (await ReadAsync(In("file"))).ShouldBe("old");
        (await NamesAsync(Scratch)).ShouldBe(["file"]);
    }

    [RequirementFact]
    public async Task A_new_file_has_mode_644_and_an_old_one_keeps_its_own()
    {
        await WriteAsync(In("file"), "1");
        (await ModeAsync("file")).ShouldBe("644");

        (await Exec.ShellAsync("chmod 751 \"$1\"", In("file").ToString())).Expected();
        await WriteAsync(In("file"), "2");
        (await ModeAsync("file")).ShouldBe("751");

        await WriteAsync(In("file"), "3", new() { Mode = Convert.ToInt32("600", 8) });
        (await ModeAsync("file")).ShouldBe("600");
        await WriteAsync(In("other"), "3", new() { Mode = Convert.ToInt32("4755", 8) });
        (await ModeAsync("other")).ShouldBe("4755");
    }

    [RequirementFact]
    public async Task Parents_are_made_unless_they_are_not_wanted()
    {
        await WriteAsync(In("a/b/c"), "deep");
        (await ReadAsync(In("a/b/c"))).ShouldBe("deep");

        (await FailsAsync(() => WriteAsync(In("x/y"), "deep", new() { CreateParents = false }))).ShouldBe(RuntimeError.NotFound);
        (await NamesAsync(Scratch)).ShouldBe(["a"]);
    }

    [RequirementFact]
    public async Task Twenty_files_are_written_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => WriteAsync(In($"file {i}"), $"content {i}")));

        for (var i = 0; i < 20; i++)
        {
            (await ReadAsync(In($"file {i}"))).ShouldBe($"content {i}");
        }
    }

    private async Task<string> ModeAsync(string name)
        => Convert.ToString((await Files.StatAsync(In(name), cancellationToken: Limit)).ShouldNotBeNull().Mode, 8);
}
