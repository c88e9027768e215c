using Yonder.Runtimes;
using Yonder.Runtimes.Files;
using Yonder.TestKit.Requirements;

namespace Yonder.TestKit.Conformance;

/// <content>Symbolic links.</content>
public abstract partial class FilesConformance
{
    [RequirementFact]
    public async Task A_link_is_described_itself_or_followed_and_lists_as_itself()
    {
        await WriteAsync(In("target"), "content");
        await LinkAsync("target", "link");

        var link = (await Files.StatAsync(In("link"), followLink: false, Limit)).ShouldNotBeNull();
        link.Kind.ShouldBe(FileKind.SymbolicLink);
        link.LinkTarget.ShouldNotBeNull().ToString().ShouldBe("target");
        var followed = (await Files.StatAsync(In("link"), cancellationToken: Limit)).ShouldNotBeNull();
        (followed.Kind, followed.Size, followed.Path).ShouldBe((FileKind.File, 7L, In("link")));
        var listed = (await ListAsync(Scratch)).Single(entry => entry.Path == In("link"));
        (listed.Kind, listed.LinkTarget?.ToString()).ShouldBe((FileKind.SymbolicLink, "target"));
        (await ReadAsync(In("link"))).ShouldBe("content");
    }

    [RequirementTheory]
    [InlineData("a -> b")]
    [InlineData("it's \"two\"\nlines\n")]
    [InlineData(Stray)]
    public async Task Where_a_link_points_is_told_byte_for_byte(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target is Stray && !TakesAnyBytes)
        {
            return;
        }

        if (target is Stray)
        {
            target = WithStrays(target);
            (await Exec.ShellAsync("ln -s \"$(printf '\\377\\200')\" \"$1\"", In("link").ToString())).Expected();
        }
        else
        {
            await LinkAsync(target, "link");
        }

        (await Files.StatAsync(In("link"), followLink: false, Limit)).ShouldNotBeNull().LinkTarget.ShouldNotBeNull().ToString().ShouldBe(target);
        (await ListAsync(Scratch)).ShouldHaveSingleItem().LinkTarget.ShouldNotBeNull().ToString().ShouldBe(target);
    }

    [RequirementFact]
    public async Task A_dangling_link_is_there_but_leads_nowhere()
    {
        await LinkAsync("absent", "link");

        (await Files.StatAsync(In("link"), cancellationToken: Limit)).ShouldBeNull();
        (await Files.StatAsync(In("link"), followLink: false, Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.SymbolicLink);
        (await FailsAsync(() => ReadAsync(In("link")))).ShouldBe(RuntimeError.NotFound);
        await Files.DeleteAsync(In("link"), cancellationToken: Limit);
        (await NamesAsync(Scratch)).ShouldBeEmpty();
    }

    [RequirementFact]
    public async Task Links_in_a_circle_fail_at_once()
    {
        await LinkAsync("b", "a");
        await LinkAsync("a", "b");

        (await FailsAsync(() => ReadAsync(In("a")))).ShouldBe(RuntimeError.InvalidRequest);
        (await FailsAsync(() => WriteAsync(In("a"), "x"))).ShouldBe(RuntimeError.InvalidRequest);
        (await Files.StatAsync(In("a"), followLink: false, Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.SymbolicLink);
        await Files.DeleteAsync(In("a"), recursive: true, Limit);
        (await NamesAsync(Scratch)).ShouldBe(["b"]);
    }

    [RequirementFact]
    public async Task Writing_through_a_link_replaces_its_target()
    {
        await WriteAsync(In("directory/target"), "old");
        await LinkAsync("directory/target", "link");
        await LinkAsync("link", "second");

        await WriteAsync(In("second"), "new");

        (await ReadAsync(In("directory/target"))).ShouldBe("new");
        (await Files.StatAsync(In("link"), followLink: false, Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.SymbolicLink);
        (await NamesAsync(In("directory"))).ShouldBe(["target"]);
        (await NamesAsync(Scratch)).ShouldBe(["directory", "link", "second"]);
    }

    [RequirementFact]
    public async Task Writing_through_a_dangling_link_makes_its_target()
    {
        await LinkAsync("target", "link");

        await WriteAsync(In("link"), "new");

        (await ReadAsync(In("target"))).ShouldBe("new");
        (await Files.StatAsync(In("link"), followLink: false, Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.SymbolicLink);
    }

    [RequirementFact]
    public async Task A_link_to_a_directory_leads_into_it_and_is_deleted_alone()
    {
        await WriteAsync(In("directory/file"), "x");
        await LinkAsync("directory", "link");

        (await ListAsync(In("link"))).ShouldHaveSingleItem().Path.ShouldBe(In("link/file"));
        (await ReadAsync(In("link/file"))).ShouldBe("x");
        await Files.MakeDirectoryAsync(In("link"), Limit);
        await Files.DeleteAsync(In("link"), recursive: true, Limit);

        (await ReadAsync(In("directory/file"))).ShouldBe("x");
        (await NamesAsync(Scratch)).ShouldBe(["directory"]);
    }

    [RequirementFact]
    public async Task A_recursive_deletion_never_follows_links()
    {
        await WriteAsync(In("outside/file"), "x");
        await Files.MakeDirectoryAsync(In("tree/sub"), Limit);
        await LinkAsync("../outside", "tree/link");
        await LinkAsync("../../outside/file", "tree/sub/link");

        await Files.DeleteAsync(In("tree"), recursive: true, Limit);

        (await ReadAsync(In("outside/file"))).ShouldBe("x");
    }

    [RequirementFact]
    public async Task Moving_a_link_moves_the_link()
    {
        await WriteAsync(In("target"), "x");
        await LinkAsync("target", "link");

        await Files.MoveAsync(In("link"), In("moved"), Limit);

        (await Files.StatAsync(In("moved"), followLink: false, Limit)).ShouldNotBeNull().Kind.ShouldBe(FileKind.SymbolicLink);
        (await NamesAsync(Scratch)).ShouldBe(["moved", "target"]);
    }

    private async Task LinkAsync(string target, string name)
        => (await Exec.ShellAsync("ln -s -- \"$1\" \"$2\"", target, In(name).ToString())).Expected();
}
