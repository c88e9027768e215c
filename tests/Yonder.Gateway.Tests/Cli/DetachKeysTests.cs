using System.Text;
using Yonder.Cli.Tty;

namespace Yonder.Gateway.Tests.Cli;

public sealed class DetachKeysTests
{
    [Theory]
    [InlineData("ls\r", "ls\r", false)]
    [InlineData("a\u0010\u0011b", "a", true)]
    [InlineData("a\u0010b", "a\u0010b", false)]
    [InlineData("~.", "", true)]
    [InlineData("ls\r~.", "ls\r", true)]
    [InlineData("ls ~.", "ls ~.", false)]
    [InlineData("\r~~.", "\r~.", false)]
    [InlineData("~/bin\r", "~/bin\r", false)]
    public void Only_the_two_sequences_detach_and_all_else_is_passed_on(string typed, string passed, bool detaches)
    {
        var whole = new List<byte>();
        var piecemeal = new List<byte>();
        var keys = new DetachKeys();
        var detached = false;

        new DetachKeys().Take(Encoding.ASCII.GetBytes(typed), whole).ShouldBe(detaches);
        foreach (var key in Encoding.ASCII.GetBytes(typed))
        {
            detached = detached || keys.Take([key], piecemeal);
        }

        detached.ShouldBe(detaches);
        Encoding.ASCII.GetString([.. whole]).ShouldBe(passed);
        if (!detaches)
        {
            piecemeal.ShouldBe(whole);
        }
    }

    [Fact]
    public void A_first_key_that_nothing_follows_is_passed_on_by_a_flush()
    {
        var keys = new DetachKeys();
        var passed = new List<byte>();

        keys.Take([0x10], passed).ShouldBeFalse();
        (keys.IsHolding, passed.Count).ShouldBe((true, 0));
        keys.Flush(passed);

        (keys.IsHolding, passed.Count).ShouldBe((false, 1));
    }
}
