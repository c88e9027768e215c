using FsCheck;
using FsCheck.Fluent;
using Yonder.Runtimes;

namespace Yonder.Tests.Runtimes;

public sealed class RemotePathTests
{
    [Theory]
    [InlineData("/a/b/../c", "/", "/a/c")]
    [InlineData("x//y/.", "/home/user", "/home/user/x/y")]
    [InlineData("../../../etc", "/home/user", "/etc")]
    [InlineData("/", "/home", "/")]
    public void Normalizing_never_leads_above_the_root(string path, string directory, string expected)
        => RemotePath.Parse(path).Normalize(RemotePath.Parse(directory)).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("/a/b/", "b", "/a")]
    [InlineData("/a", "a", "/")]
    [InlineData("a", "a", ".")]
    [InlineData("/", "/", "/")]
    public void Name_and_parent_take_a_path_apart(string path, string name, string parent)
    {
        RemotePath.Parse(path).Name.ToString().ShouldBe(name);
        RemotePath.Parse(path).Parent.ToString().ShouldBe(parent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void What_no_system_takes_is_refused(string path)
        => Should.Throw<RuntimeException>(() => RemotePath.Parse(path)).Error.ShouldBe(RuntimeError.InvalidRequest);

    [Fact]
    public void A_path_longer_than_the_system_takes_is_refused()
        => Should.Throw<RuntimeException>(() => RemotePath.Parse(new string('a', RemotePath.MaxLength + 1))).Error.ShouldBe(RuntimeError.InvalidRequest);

    [Fact]
    public void Any_bytes_survive_the_way_through_text()
        => Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
        {
            var usable = bytes.Where(value => value is not 0).ToArray();
            return usable.Length is 0
                || RemotePath.Parse(RemotePath.FromBytes(usable).ToString()).Bytes.SequenceEqual(usable);
        }));
}
