using Yonder.Cli.Commands.Cp;

namespace Yonder.Gateway.Tests.Cli;

public sealed class CopyPlaceTests
{
    [Theory]
    [InlineData("box:/etc/passwd", "box", "/etc/passwd")]
    [InlineData("box:", "box", ".")]
    [InlineData("box:a:b", "box", "a:b")]
    [InlineData("./box:/etc", null, "./box:/etc")]
    [InlineData("/tmp/a:b", null, "/tmp/a:b")]
    [InlineData("file", null, "file")]
    [InlineData(":x", null, ":x")]
    public void A_colon_before_the_first_slash_makes_it_a_container(string text, string? container, string path)
        => CopyPlace.Parse(text).ShouldBe(new CopyPlace(container, path));

    [Theory]
    [InlineData("-rw-r--r--", 0b110_100_100)]
    [InlineData("drwxr-xr-x", 0b111_101_101)]
    [InlineData("-rwsr-x--T", 0b111_101_000)]
    [InlineData("", 0b110_100_100)]
    public void Permissions_are_read_as_ls_shows_them(string text, int mode)
        => ModeText.Parse(text).ShouldBe((UnixFileMode)mode);
}
