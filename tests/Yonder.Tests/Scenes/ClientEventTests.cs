using System.Numerics;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

public sealed class ClientEventTests
{
    [Fact]
    public void An_event_class_is_named_by_its_attribute_and_sent_as_the_original_sends_one()
    {
        var hello = RecordedFrame.Find("seed_plain", "HELLO");
        var move = RecordedFrame.Find("seed_plain", "MOVE_BOX");

        Hex(new HelloEvent { Value = new SceneMap { ["message"] = "Hi!" } }, hello).ShouldBe(hello.Hex);
        Hex(new MoveBoxEvent { Value = new SceneMap { ["position"] = new Vector3(1, 0.5f, 0) } }, move).ShouldBe(move.Hex);
    }

    [Fact]
    public void An_event_without_a_class_is_sent_as_the_original_sends_one()
    {
        var ping = RecordedFrame.Find("all_ops", "PING");
        var extra = RecordedFrame.Find("all_ops", "ECHO_ATTRS");

        Hex(new ClientEvent("PING", new SceneValue[] { 0, 0, 0 }), ping).ShouldBe(ping.Hex);
        Hex(new ClientEvent("ECHO_ATTRS") { Key = "k1", More = new() { ["extra"] = new SceneMap { ["a"] = 1 } } }, extra).ShouldBe(extra.Hex);
    }

    [Fact]
    public void A_class_may_bring_a_value_that_need_not_be_given()
    {
        Text(new SetPositionEvent()).ShouldContain("[0, 0, 0]");
        Text(new SetPositionEvent { Value = new Vector3(1, 2, 3) }).ShouldContain("[1, 2, 3]");
    }

    [Fact]
    public void A_received_event_is_read_in_place()
    {
        using var received = SceneEvent.Parse(RecordedFrame.Find("all_ops", "ECHO_ATTRS").Bytes);

        received.Type.ShouldBe("ECHO_ATTRS");
        received.Key.ShouldBe("k1");
        received.Value.IsNil.ShouldBeTrue();
        received["extra"]["a"].AsInt64().ShouldBe(1);
        received.Timestamp.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795221536906));
    }

    [Fact]
    public void The_browsers_seconds_and_the_programs_milliseconds_are_the_same_time()
    {
        using var browser = SceneEvent.Parse(RecordedFrame.Find("browser_msgpackr", "ON_CLICK").Bytes);

        browser.Timestamp!.Value.Year.ShouldBe(2026);
        browser.Value["key"].AsString().ShouldBe("box");
    }

    [Fact]
    public void Every_recorded_message_is_an_event()
    {
        foreach (var frame in RecordedFrame.All)
        {
            using var received = SceneEvent.Parse(frame.Bytes);
            received.Type.ShouldBe(frame.Value.GetProperty("etype").GetString());
        }
    }

    private static string Hex(ClientEvent message, RecordedFrame frame) =>
        Convert.ToHexStringLower(Transcoder.Write((ref writer) => message.Write(ref writer, frame.Value.GetProperty("ts").GetInt64())));

    private static string Text(ClientEvent message) => PackedValue.Parse(Transcoder.Write((ref writer) => message.Write(ref writer, 0))).ToString();

    [SceneEventType("HELLO")]
    private sealed class HelloEvent : ClientEvent;

    [SceneEventType("MOVE_BOX")]
    private sealed class MoveBoxEvent : ClientEvent;

    [SceneEventType("SET_POSITION")]
    private sealed class SetPositionEvent : ClientEvent
    {
        protected override SceneValue DefaultValue => new SceneValue[] { 0, 0, 0 };
    }
}
