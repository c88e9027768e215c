using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Yonder.Protocol.Scenes;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

public sealed class BadMessageTests
{
    [Theory]
    [InlineData("", "nothing at all")]
    [InlineData("c1", "the code that means nothing")]
    [InlineData("83a27473", "a map that ends early")]
    [InlineData("a561", "a string that ends early")]
    [InlineData("c6ffffffff00", "4 GB of bytes announced")]
    [InlineData("ddffffffff00", "4 billion values announced")]
    [InlineData("dfffffffff00", "4 billion pairs announced")]
    [InlineData("8101c0", "a key that is a number")]
    [InlineData("a1ff", "text that is not UTF-8")]
    [InlineData("c0c0", "bytes after the value")]
    [InlineData("d9", "a head that ends early")]
    [InlineData("cb0000", "a number that ends early")]
    public void A_malformed_message_is_refused(string hex, string what) =>
        Should.Throw<SceneException>(() => PackedValue.Parse(Convert.FromHexString(hex)), what).Error.ShouldBe(SceneError.BadMessage);

    [Fact]
    public void A_message_nested_too_deep_is_refused_without_recursion()
    {
        var bomb = Enumerable.Repeat((byte)0x91, 1_000_000).Append((byte)0xc0).ToArray();

        Should.Throw<SceneException>(() => PackedValue.Parse(bomb)).Error.ShouldBe(SceneError.TooLarge);
        Should.Throw<SceneException>(() => { new PackReader(new(bomb)).Skip(); }).Error.ShouldBe(SceneError.TooLarge);
    }

    [Fact]
    public void The_deepest_nesting_that_is_allowed_passes()
    {
        var deep = Enumerable.Repeat((byte)0x91, 64).Append((byte)0xc0).ToArray();

        PackedValue.Parse(deep).Count.ShouldBe(1);
        Should.Throw<SceneException>(() => PackedValue.Parse(deep, new PackLimits(MaxDepth: 63)));
    }

    [Fact]
    public void A_message_over_the_size_limit_is_refused()
    {
        var bytes = Transcoder.Write((ref writer) => writer.Write(new byte[1000]));

        Should.Throw<SceneException>(() => PackedValue.Parse(bytes, new PackLimits(MaxBytes: 1000))).Error.ShouldBe(SceneError.TooLarge);
        Should.Throw<SceneException>(() => { _ = new PackReader(new(bytes), new PackLimits(MaxBytes: 1000)); }).Error.ShouldBe(SceneError.TooLarge);
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_and_nothing_else() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes => Survives(bytes ?? [])));

    [Fact]
    public void Real_messages_with_bytes_changed_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20261127);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var changes = 0;
        foreach (var frame in RecordedFrame.All)
        {
            for (var round = 0; round < 200; round++, changes++)
            {
                Survives(Mutate(frame.Bytes, random)).ShouldBeTrue();
            }
        }

        // Nothing that a message announces is believed: what is allocated stays in proportion to what was received.
        ((GC.GetAllocatedBytesForCurrentThread() - before) / changes).ShouldBeLessThan(20_000);
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        for (var change = 0; change <= random.Next(4); change++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static bool Survives(byte[] bytes)
    {
        var whole = Outcome(() => PackedValue.Parse(bytes).ToString());
        var scattered = Outcome(() =>
        {
            var reader = new PackReader(Segments.Of(bytes, 3));
            reader.Skip();
            return reader.End ? "ok" : throw new SceneException(SceneError.BadMessage, "Bytes follow the value.");
        });
        return whole == scattered;
    }

    private static bool Outcome(Func<string> read)
    {
        try
        {
            read();
            return true;
        }
        catch (SceneException)
        {
            return false;
        }
    }
}
