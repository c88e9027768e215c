using System.Text;
using Yonder.Runtimes;
using Yonder.Runtimes.Files;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <summary>What the files of every driver do. Parts: contents, directories, links.</summary>
public abstract partial class FilesConformance : RuntimeConformance
{
    /// <summary>Stands for bytes that are not UTF-8 where a test's data passes through encoders that would lose them.</summary>
    private const string Stray = "(stray)";

    /// <summary>Names that every POSIX system takes, the awkward ones above all.</summary>
    public static TheoryData<string> AwkwardNames =>
    [
        "plain", "a b  c", " leading and trailing ", "it's \"quoted\" \\ `id` $HOME *?[]", "two\nlines", "ends with newline\n", "\n", "-rf", "--", "~",
        "é漢🙂", $"{Stray} not UTF-8", "tab\there", "\u001b[31mred", "a;b&c|d>e<f", "%s%n%d", "\\n\\0101", "{a,b}", "...", new string('x', 255),
    ];

    /// <summary>Gets the files under test; another implementation may be tried over the same runtime.</summary>
    protected virtual IFiles Files => Runtime.Files.ShouldNotBeNull();

    /// <summary>Gets a value indicating whether names may hold bytes that are not UTF-8.</summary>
    protected virtual bool TakesAnyBytes => true;

    /// <summary>Gets a value indicating whether a tree may be deeper than the longest path (busybox's own rm stops there).</summary>
    protected virtual bool DeletesBelowAnyPath => true;

    /// <summary>Gets a value indicating whether the runtime's user is refused by permissions (root never is).</summary>
    protected virtual bool ObeysPermissions => false;

    [RequirementTheory]
    [MemberData(nameof(AwkwardNames))]
    public async Task Any_name_can_be_written_described_listed_read_moved_and_deleted(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!TakesAnyBytes && name.Contains(Stray, StringComparison.Ordinal))
        {
            return;
        }

        var directory = In("directory");
        var file = directory.Append(WithStrays(name));
        await WriteAsync(file, "content");

        var entry = (await Files.StatAsync(file, cancellationToken: Limit)).ShouldNotBeNull();
        entry.Path.ShouldBe(file);
        (entry.Kind, entry.Size).ShouldBe((FileKind.File, 7L));
        (await ListAsync(directory)).ShouldHaveSingleItem().ShouldBe(entry);
        (await ReadAsync(file)).ShouldBe("content");
        await Files.MoveAsync(file, In("moved"), Limit);
        await Files.MoveAsync(In("moved"), file, Limit);
        await Files.DeleteAsync(file, cancellationToken: Limit);
        (await Files.StatAsync(file, cancellationToken: Limit)).ShouldBeNull();
        await Files.MakeDirectoryAsync(file, Limit);
        (await ListAsync(directory)).ShouldHaveSingleItem().Kind.ShouldBe(FileKind.Directory);
        (await ListAsync(file)).ShouldBeEmpty();
    }

    [RequirementFact]
    public async Task What_does_not_exist_is_null_or_said()
    {
        (await Files.StatAsync(In("absent"), cancellationToken: Limit)).ShouldBeNull();
        (await Files.StatAsync(In("absent/below"), cancellationToken: Limit)).ShouldBeNull();
        (await FailsAsync(() => ReadAsync(In("absent")))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(() => ListAsync(In("absent")))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Files.DeleteAsync(In("absent"), cancellationToken: Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Files.DeleteAsync(In("absent"), recursive: true, Limit))).ShouldBe(RuntimeError.NotFound);
        (await FailsAsync(async () => await Files.MoveAsync(In("absent"), In("other"), Limit))).ShouldBe(RuntimeError.NotFound);
    }

    [RequirementFact]
    public async Task A_directory_where_a_file_is_expected_is_said_and_stays()
    {
        await WriteAsync(In("directory/inside"), "x");

        (await FailsAsync(() => ReadAsync(In("directory")))).ShouldBe(RuntimeError.IsDirectory);
        (await FailsAsync(() => WriteAsync(In("directory"), "y"))).ShouldBe(RuntimeError.IsDirectory);
        (await FailsAsync(async () => await Files.DeleteAsync(In("directory"), cancellationToken: Limit))).ShouldBe(RuntimeError.NotEmpty);
        (await ReadAsync(In("directory/inside"))).ShouldBe("x");
        (await NamesAsync(Scratch)).ShouldBe(["directory"]);
    }

    [RequirementFact]
    public async Task A_file_where_a_directory_is_expected_is_said_and_stays()
    {
        await WriteAsync(In("file"), "x");

        (await FailsAsync(() => ListAsync(In("file")))).ShouldBe(RuntimeError.NotDirectory);
        (await FailsAsync(() => WriteAsync(In("file/below"), "y"))).ShouldBe(RuntimeError.NotDirectory);
        (await FailsAsync(async () => await Files.MakeDirectoryAsync(In("file/below"), Limit))).ShouldBe(RuntimeError.NotDirectory);
        (await FailsAsync(async () => await Files.MakeDirectoryAsync(In("file"), Limit))).ShouldBe(RuntimeError.NotDirectory);
        (await ReadAsync(In("file"))).ShouldBe("x");
    }

    [RequirementFact]
    public async Task A_relative_path_is_below_the_home()
    {
        var name = RemotePath.Parse($"yonder-{Scratch.Name}");
        try
        {
            await WriteAsync(name, "at home");

            (await ReadAsync(Runtime.Info.Home.Append(name))).ShouldBe("at home");
            (await Files.StatAsync(name, cancellationToken: Limit)).ShouldNotBeNull().Path.ShouldBe(Runtime.Info.Home.Append(name));
        }
        finally
        {
            await Files.DeleteAsync(name, cancellationToken: Limit);
        }
    }

    [RequirementFact]
    public async Task The_root_can_be_described_and_listed_but_not_deleted()
    {
        (await Files.StatAsync(RemotePath.Root, cancellationToken: Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.Directory);
        (await NamesAsync(RemotePath.Root)).Contains("tmp", StringComparer.Ordinal).ShouldBeTrue();
        (await FailsAsync(async () => await Files.DeleteAsync(RemotePath.Root, recursive: true, Limit))).ShouldBe(RuntimeError.InvalidRequest);
    }

    [RequirementFact]
    public async Task Times_and_sizes_are_those_of_the_runtime()
    {
        (await Exec.ShellAsync("printf 12345 > \"$1\"; touch -t 202001020304.05 \"$1\"; chmod 4751 \"$1\"", In("file").ToString())).Expected();
        var seconds = (await Exec.ShellAsync("date -r \"$1\" +%s", In("file").ToString())).Expected().Trim();

        var entry = (await Files.StatAsync(In("file"), cancellationToken: Limit)).ShouldNotBeNull();

        $"{entry.ModifiedAt.ToUnixTimeSeconds()}".ShouldBe(seconds);
        (entry.Size, Convert.ToString(entry.Mode, 8)).ShouldBe((5L, "4751"));
    }

    [RequirementFact]
    public async Task What_is_neither_file_nor_directory_nor_link_is_other()
    {
        (await Exec.ShellAsync("mkfifo \"$1\"", In("pipe").ToString())).Expected();

        (await Files.StatAsync(In("pipe"), cancellationToken: Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.Other);
        (await ListAsync(Scratch)).ShouldHaveSingleItem().Kind.ShouldBe(FileKind.Other);
        (await FailsAsync(() => ReadAsync(In("pipe")))).ShouldBe(RuntimeError.InvalidRequest);
    }

    [RequirementFact]
    public async Task What_permissions_refuse_is_said()
    {
        if (!ObeysPermissions)
        {
            return;
        }

        (await Exec.ShellAsync("cd \"$1\" && mkdir closed && echo > secret && chmod 0 secret && chmod 0 closed", Scratch.ToString())).Expected();

        (await FailsAsync(() => ReadAsync(In("secret")))).ShouldBe(RuntimeError.AccessDenied);
        (await FailsAsync(() => WriteAsync(In("closed/new"), "x"))).ShouldBe(RuntimeError.AccessDenied);
        (await FailsAsync(() => ListAsync(In("closed")))).ShouldBe(RuntimeError.AccessDenied);
        (await FailsAsync(async () => await Files.StatAsync(In("closed/new"), cancellationToken: Limit))).ShouldBe(RuntimeError.AccessDenied);
    }

    /// <summary>Writes a small text with the default options.</summary>
    protected async Task WriteAsync(RemotePath path, string text, FileWriteOptions? options = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await Files.WriteAsync(path, content, options ?? FileWriteOptions.Default, Limit);
    }

    /// <summary>Reads a small text.</summary>
    protected async Task<string> ReadAsync(RemotePath path, long offset = 0, long? length = null)
    {
        await using var stream = await Files.OpenReadAsync(path, offset, length, Limit);
        return Encoding.UTF8.GetString((await stream.ToEndAsync(Limit)).Span);
    }

    private static string WithStrays(string name) => name.Replace(Stray, "\uDCFF\uDC80", StringComparison.Ordinal);

    private static async Task<RuntimeError> FailsAsync(Func<Task> action) => (await Should.ThrowAsync<RuntimeException>(action)).Error;

    private async Task<List<FileEntry>> ListAsync(RemotePath directory)
    {
        var entries = new List<FileEntry>();
        await foreach (var entry in Files.ListAsync(directory, Limit))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(RemotePath directory)
        => [.. (await ListAsync(directory)).Select(entry => entry.Path.Name.ToString()).Order(StringComparer.Ordinal)];
}
