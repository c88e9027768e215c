using Yonder.Runtimes;
using Yonder.Runtimes.Files;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <content>Directories, moves and deletions.</content>
public abstract partial class FilesConformance
{
    [RequirementFact]
    public async Task A_directory_of_ten_thousand_entries_is_listed_in_full()
    {
        (await Exec.ShellAsync("cd \"$1\" && seq -w 10000 | sed 's/^/entry /' | tr '\\n' '\\0' | xargs -0 touch", Scratch.ToString())).Expected();

        var names = await NamesAsync(Scratch);

        names.ShouldBe(Enumerable.Range(1, 10_000).Select(i => $"entry {i:D5}"));
    }

    [RequirementFact]
    public async Task A_listing_that_is_left_early_leaves_nothing_behind()
    {
        (await Exec.ShellAsync("cd \"$1\" && seq 2000 | xargs touch", Scratch.ToString())).Expected();
        for (var i = 0; i < 10; i++)
        {
            await foreach (var entry in Files.ListAsync(Scratch, Limit))
            {
                entry.Kind.ShouldBe(FileKind.File);
                break;
            }
        }
    }

    [RequirementFact]
    public async Task A_deep_directory_is_made_listed_and_deleted()
    {
        var deep = In("deep");
        for (var i = 0; i < 100; i++)
        {
            deep = deep.Append($"level number {i:D3}");
        }

        await Files.MakeDirectoryAsync(deep, Limit);
        await WriteAsync(deep.Append("bottom"), "here");

        (await NamesAsync(deep)).ShouldBe(["bottom"]);
        (await ReadAsync(deep.Append("bottom"))).ShouldBe("here");
        await Files.DeleteAsync(In("deep"), recursive: true, Limit);
        (await NamesAsync(Scratch)).ShouldBeEmpty();
    }

    [RequirementFact]
    public async Task A_tree_deeper_than_any_path_is_deleted()
    {
        if (!DeletesBelowAnyPath)
        {
            return;
        }

        // Made of chains moved into each other: no single path reaches the bottom, and no shell could walk there.
        const string script = """
            cd "$1" || exit
            chain=$2; i=1; while [ $i -lt 15 ]; do chain=$chain/$2; i=$((i + 1)); done
            mkdir -p "$chain" && for round in 1 2 3; do
                mv "$2" inner && mkdir -p "$chain" && mv inner "$chain/$2" || exit
            done
            """;
        (await Exec.ShellAsync(script, Scratch.ToString(), new string('d', 200))).Expected();

        await Files.DeleteAsync(In(new string('d', 200)), recursive: true, Limit);

        (await NamesAsync(Scratch)).ShouldBeEmpty();
    }

    [RequirementFact]
    public async Task Making_a_directory_makes_its_parents_and_an_existing_one_is_fine()
    {
        await Files.MakeDirectoryAsync(In("a/b/c"), Limit);
        await Files.MakeDirectoryAsync(In("a/b/c"), Limit);
        await Files.MakeDirectoryAsync(In("a/b"), Limit);

        (await Files.StatAsync(In("a/b/c"), cancellationToken: Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.Directory);
    }

    [RequirementFact]
    public async Task Only_a_recursive_deletion_takes_a_directory_with_entries()
    {
        await WriteAsync(In("full/a/b"), "x");
        await WriteAsync(In("full/c"), "x");
        await Files.MakeDirectoryAsync(In("empty"), Limit);

        (await FailsAsync(async () => await Files.DeleteAsync(In("full"), cancellationToken: Limit))).ShouldBe(RuntimeError.NotEmpty);
        (await ReadAsync(In("full/a/b"))).ShouldBe("x");
        await Files.DeleteAsync(In("empty"), cancellationToken: Limit);
        await Files.DeleteAsync(In("full"), recursive: true, Limit);

        (await NamesAsync(Scratch)).ShouldBeEmpty();
    }

    [RequirementFact]
    public async Task A_recursive_deletion_takes_a_single_file()
    {
        await WriteAsync(In("file"), "x");

        await Files.DeleteAsync(In("file"), recursive: true, Limit);

        (await NamesAsync(Scratch)).ShouldBeEmpty();
    }

    [RequirementFact]
    public async Task A_move_replaces_a_file()
    {
        await WriteAsync(In("source"), "new");
        await WriteAsync(In("target"), "old");

        await Files.MoveAsync(In("source"), In("target"), Limit);

        (await ReadAsync(In("target"))).ShouldBe("new");
        (await NamesAsync(Scratch)).ShouldBe(["target"]);
    }

    [RequirementFact]
    public async Task A_directory_is_moved_with_what_is_in_it()
    {
        await WriteAsync(In("source/a/b"), "inside");

        await Files.MoveAsync(In("source"), In("target"), Limit);

        (await ReadAsync(In("target/a/b"))).ShouldBe("inside");
        (await NamesAsync(Scratch)).ShouldBe(["target"]);
    }

    [RequirementFact]
    public async Task A_move_onto_a_directory_is_refused_and_never_moves_into_it()
    {
        await WriteAsync(In("file"), "x");
        await WriteAsync(In("directory/inside"), "y");

        (await FailsAsync(async () => await Files.MoveAsync(In("file"), In("directory"), Limit))).ShouldBe(RuntimeError.IsDirectory);

        (await NamesAsync(In("directory"))).ShouldBe(["inside"]);
        (await ReadAsync(In("file"))).ShouldBe("x");
    }

    [RequirementFact]
    public async Task A_move_to_a_missing_directory_is_said_and_the_source_stays()
    {
        await WriteAsync(In("file"), "x");

        (await FailsAsync(async () => await Files.MoveAsync(In("file"), In("absent/file"), Limit))).ShouldBe(RuntimeError.NotFound);

        (await ReadAsync(In("file"))).ShouldBe("x");
    }
}
