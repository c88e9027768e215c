using System.Text.Json;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

public sealed class RecordedFrameTests
{
    [Fact]
    public void Every_recorded_message_means_what_its_sender_meant()
    {
        RecordedFrame.All.Count.ShouldBeGreaterThan(100);
        foreach (var frame in RecordedFrame.All)
        {
            PackedValue.Parse(frame.Bytes).ShouldMean(frame.Value);
        }
    }

    [Fact]
    public void Every_message_of_the_python_packer_is_written_again_in_the_same_bytes()
    {
        foreach (var frame in RecordedFrame.All.Where(frame => frame.IsPython))
        {
            Convert.ToHexStringLower(Transcoder.Again(new(frame.Bytes))).ShouldBe(frame.Hex, frame.ToString());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(17)]
    public void A_message_scattered_over_small_buffers_reads_the_same(int size)
    {
        foreach (var frame in RecordedFrame.All.Where(frame => frame.IsPython))
        {
            Convert.ToHexStringLower(Transcoder.Again(Segments.Of(frame.Bytes, size))).ShouldBe(frame.Hex, frame.ToString());
            new PackReader(Segments.Of(frame.Bytes, size)).Skip().Length.ShouldBe(frame.Bytes.Length);
        }
    }

    [Theory]
    [InlineData("undefined_in_map", """{"a": null, "b": 1}""")]
    [InlineData("ints", "[0,127,128,255,256,65535,65536,2147483647,2147483648,4294967295,4294967296,-1,-32,-33,-128,-129,-32768,-32769,-2147483648,-2147483649]")]
    [InlineData("date_now_ms", """{"ts": 1795221465199}""")]
    [InlineData("uint8array", """{"$bin": "010203", "len": 3}""")]
    [InlineData("set", "[1]")]
    [InlineData("map", """{"x": 1}""")]
    [InlineData("nul", "null")]
    [InlineData("bool", "true")]
    [InlineData("str", "\"é\"")]
    [InlineData("repeated_objs", """[{"x": 1, "y": 2}, {"x": 3, "y": 4}]""")]
    [InlineData("nested", """{"etype": "CAMERA_MOVE", "key": "defaultCamera", "value": {"camera": {"position": [0, 5, 10], "fov": 60}}}""")]
    public void What_the_browsers_packer_writes_is_understood(string name, string meaning) =>
        PackedValue.Parse(BrowserVector(name)).ShouldMean(JsonElement.Parse(meaning));

    [Fact]
    public void Floats_that_are_no_numbers_pass()
    {
        var floats = PackedValue.Parse(BrowserVector("floats"));

        floats[0].AsDouble().ShouldBe(0.5);
        floats[1].AsDouble().ShouldBe(0.1);
        floats[2].AsDouble().ShouldBe(1e300);
        floats[4].AsDouble().ShouldBe(double.NaN);
        floats[5].AsDouble().ShouldBe(double.PositiveInfinity);
        floats[6].AsInt64().ShouldBe(3);
    }

    [Fact]
    public void A_date_of_the_browser_is_an_instant() =>
        PackedValue.Parse(BrowserVector("date")).AsTimestamp().ToUnixTimeMilliseconds().ShouldBe(1795221465199);

    [Fact]
    public void A_number_above_the_signed_range_keeps_its_value()
    {
        var value = PackedValue.Parse(BrowserVector("bigint"));

        new PackReader(new(BrowserVector("bigint"))).ReadUInt64().ShouldBe(12345678901234567890UL);
        value.AsDouble().ShouldBe(12345678901234567890d);
    }

    private static byte[] BrowserVector(string name)
    {
        using var document = JsonDocument.Parse(RecordedFrame.Open("browser-vectors.json"));
        return Convert.FromHexString(document.RootElement.EnumerateArray().Single(vector => vector.GetProperty("name").ValueEquals(name)).GetProperty("hex").GetString()!);
    }
}
