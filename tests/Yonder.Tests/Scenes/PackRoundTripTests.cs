using System.Buffers;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

public sealed class PackRoundTripTests
{
    [Fact]
    public void Every_integer_comes_back()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<long, int>((value, shift) => Same(value >> (shift & 63))));
        long[] edges = [0, 127, 128, 255, 256, 65535, 65536, uint.MaxValue, 1L + uint.MaxValue, long.MaxValue, -1, -32, -33, -128, -129, short.MinValue, short.MinValue - 1, int.MinValue, int.MinValue - 1L, long.MinValue];
        edges.ShouldAllBe(value => Same(value));
    }

    [Fact]
    public void Every_float_comes_back()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<double>(value => PackedValue.Parse(Transcoder.Write((ref writer) => writer.Write(value))).AsDouble().Equals(value)));
        Check.QuickThrowOnFailure(Prop.ForAll<double>(value => PackedValue.Parse(Transcoder.Write((ref writer) => writer.WriteNumber(value))).AsDouble() is var back && (back.Equals(value) || (back == 0 && value == 0))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    [InlineData(65535)]
    [InlineData(65536)]
    public void Text_and_bytes_of_every_size_class_come_back(int length)
    {
        var text = new string('é', length / 2) + new string('x', length % 2);
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        PackedValue.Parse(Transcoder.Write((ref writer) => writer.Write(text))).AsString().ShouldBe(text);
        PackedValue.Parse(Transcoder.Write((ref writer) => writer.Write(bytes))).AsBinary().ToArray().ShouldBe(bytes);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(70000)]
    public void Lists_and_maps_of_every_size_class_come_back(int count)
    {
        var list = new SceneValue[count];
        var bytes = Transcoder.Write((SceneValue)list);

        PackedValue.Parse(bytes).Count.ShouldBe(count);
        var map = Transcoder.Write((ref writer) =>
        {
            writer.WriteMapHeader(count);
            for (var i = 0; i < count; i++)
            {
                writer.Write("k");
                writer.Write(i);
            }
        });
        PackedValue.Parse(map).Count.ShouldBe(count);
    }

    [Fact]
    public void Whole_numbers_go_out_as_integers_and_others_keep_their_precision()
    {
        Convert.ToHexStringLower(Transcoder.Write((SceneValue)new Vector3(1, 0.5f, 0))).ShouldBe("9301ca3f00000000");
        Convert.ToHexStringLower(Transcoder.Write((SceneValue)0.3f)).ShouldBe("ca3e99999a");
        PackedValue.Parse(Transcoder.Write((SceneValue)0.1)).AsDouble().ShouldBe(0.1);
        PackedValue.Parse(Transcoder.Write((SceneValue)1234567.891)).AsDouble().ShouldBe(1234567.891);
    }

    [Fact]
    public void A_map_is_read_by_name()
    {
        var map = new SceneMap
        {
            ["name"] = "box",
            ["position"] = new Vector3(1, 2.5f, -3),
            ["tags"] = new SceneValue[] { "a", 1, true, SceneValue.Nil },
            ["inner"] = new SceneMap { ["größe"] = 0.25f },
        };

        var value = PackedValue.Parse(Transcoder.Write(map));

        value["name"].AsString().ShouldBe("box");
        value["position"].AsVector3().ShouldBe(new Vector3(1, 2.5f, -3));
        value["tags"].Count.ShouldBe(4);
        value["tags"][2].AsBoolean().ShouldBeTrue();
        value["inner"]["größe"].AsSingle().ShouldBe(0.25f);
        value["absent"]["deeper"][7].IsNil.ShouldBeTrue();
        value.ToString().ShouldBe("""{"name": "box", "position": [1, 2.5, -3], "tags": ["a", 1, true, null], "inner": {"größe": 0.25}}""");
    }

    [Fact]
    public void Writing_and_reading_small_values_allocates_nothing()
    {
        var output = new ArrayBufferWriter<byte>(1024);
        WriteAndRead(output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            WriteAndRead(output);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static bool Same(long value) => PackedValue.Parse(Transcoder.Write((ref writer) => writer.Write(value))).AsInt64() == value;

    private static void WriteAndRead(ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        var writer = new PackWriter(output);
        writer.WriteMapHeader(2);
        writer.Write("position");
        ((SceneValue)new Vector3(1, 2, 0.5f)).Write(ref writer);
        writer.Write("etype");
        writer.Write("MOVE");
        writer.Flush();

        PackedValue.Parse(output.WrittenMemory)["position"].AsVector3();
    }
}
