using System.Numerics;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Elements.Data;
using Yonder.Protocol.Scenes.Elements.Html;
using Yonder.Protocol.Scenes.Elements.Inputs;
using Yonder.Protocol.Scenes.Elements.Materials;
using Yonder.Protocol.Scenes.Elements.Pictures;
using Yonder.Protocol.Scenes.Elements.Primitives;
using Yonder.Protocol.Scenes.Elements.Texts;
using Yonder.Protocol.Scenes.Events;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

/// <summary>What this side sends, byte for byte as the original sends the same.</summary>
public sealed class SceneOpTests
{
    private static readonly float[] Twelve = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    public static TheoryData<string, string, int, ServerEvent> Recorded => new()
    {
        { "seed_plain", "SET", 0, SceneOps.Set(new DefaultScene { Key = "1" }) },
        { "seed_plain", "UPSERT", 0, SceneOps.Upsert([new Box { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = new(1, 0.5f, 0) }]) },
        { "seed_example2", "SET", 0, SceneOps.Set(new DefaultScene(new Box { Args = [0.3f, 0.3f, 0.3f], Key = "box", Position = new(0, 0.5f, 0) }) { Key = "1" }) },
        { "all_ops", "ADD", 0, SceneOps.Add([new Sphere { Key = "s1", Args = [0.1f, 20, 20] }]) },
        { "all_ops", "ADD", 1, SceneOps.Add([new Sphere { Key = "s2" }], "g1") },
        { "all_ops", "ADD", 2, SceneOps.Add([new GenericElement("group") { Key = "g1", Children = [new Box { Key = "in-g" }, new Text { Key = "t", Children = ["hello"] }] }], "children") },
        { "all_ops", "UPSERT", 1, SceneOps.Upsert([new Box { Key = "b3", Position = new(1.5f, 2.5f, 3.5f), More = new() { ["n"] = 0.25f, ["i"] = 7 } }], "g1") },
        { "all_ops", "UPDATE", 0, SceneOps.Update([new SceneMap { ["key"] = "b1", ["position"] = new Vector3(0, 1, 0) }]) },
        { "all_ops", "UPDATE", 1, SceneOps.Update([new Box { Key = "b2", Hide = true }, new Box { Key = "b3", Wireframe = true }]) },
        { "all_ops", "UPDATE", 2, SceneOps.Update([new SceneMap { ["key"] = "b1", ["value"] = "$delete" }], isStrict: true) },
        { "all_ops", "REMOVE", 0, SceneOps.Remove("b1") },
        { "all_ops", "REMOVE", 1, SceneOps.Remove("b2", "b3") },
        { "all_ops", "UPSERT", 2, SceneOps.Upsert([new PointCloud { Key = "pc", Vertices = Twelve, Colors = new byte[] { 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255 }, Size = 0.01f }]) },
        { "all_ops", "UPSERT", 3, SceneOps.Upsert([new TriMesh { Key = "tm", Vertices = Twelve, Faces = new uint[] { 0, 1, 2, 1, 2, 3 }, Uv = new float[] { 0, 1, 3, 4, 6, 7, 9, 10 } }]) },
        { "all_ops", "UPSERT", 6, SceneOps.Upsert([new ImageBackground { Key = "bg2", Src = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAC0lEQVR4nGNggAAAAAgAAbdYc5UAAAAASUVORK5CYII=" }]) },
        { "all_ops", "UPSERT", 7, SceneOps.Upsert([new Hands()]) },
        { "all_ops", "UPSERT", 9, SceneOps.Upsert([new MeshBasicMaterial { Key = "2", Color = "red" }]) },
        { "all_ops", "UPSERT", 10, SceneOps.Upsert([new InputBox { Key = "inp", DefaultValue = "x" }]) },
        { "all_ops", "UPSERT", 11, SceneOps.Upsert([new Slider { Key = "sl", Min = 0, Max = 1, Step = 0.1f, Value = 0.5f }]) },
        { "all_ops", "UPSERT", 12, SceneOps.Upsert([new Button { Key = "bt", Value = "push" }]) },
        { "all_ops", "HAPTIC_ACTUATOR_PULSE", 0, SceneOps.Pulse(new HapticPulse(0.5f, TimeSpan.FromMilliseconds(100)), right: null) },
        { "all_ops", "NOOP", 0, SceneOps.Noop() },
        { "all_ops", "TERMINATE", 0, SceneOps.End() },
        { "bind_frame", "SET", 0, SceneOps.Set(new Scene { Key = "s" }) },
        { "bind_frame", "UPDATE", 1, new FrameEvent(SceneOps.Update([new SceneMap { ["key"] = "b", ["position"] = new Vector3(1, 0, 0) }]), rate: 20) },
    };

    [Theory]
    [MemberData(nameof(Recorded), DisableDiscoveryEnumeration = true)]
    public void A_change_of_the_scene_is_the_originals_byte_for_byte(string session, string type, int skip, ServerEvent message)
    {
        var frame = RecordedFrame.Find(session, type, skip);

        Hex(message, frame).ShouldBe(frame.Hex);
    }

    [Fact]
    public void A_question_carries_its_id_and_the_type_of_its_answer()
    {
        var frame = RecordedFrame.Find("all_ops", "GRAB_RENDER");
        var request = RpcRequest.GrabRender(new SceneMap { ["quality"] = 0.9f });

        var expected = System.Text.Encoding.ASCII.GetString(frame.Bytes).Replace(frame.Value.GetProperty("uuid").GetString()!, request.Id, StringComparison.Ordinal);
        System.Text.Encoding.ASCII.GetString(Convert.FromHexString(Hex(request, frame))).ShouldBe(expected);
        request.ReplyType.ShouldBe($"GRAB_RENDER_RESPONSE@{request.Id}");
    }

    [Fact]
    public void A_matrix_goes_out_column_after_column()
    {
        var moved = new Box { Matrix = Matrix4x4.CreateTranslation(1, 2, 3) };

        var node = PackedValue.Parse(Transcoder.Write(moved));

        node["matrix"].ToString().ShouldBe("[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 2, 3, 1]");
    }

    [Fact]
    public void An_element_without_a_key_gets_one_that_stays()
    {
        var first = new Box();
        var second = new Box();

        string.Equals(first.Key, second.Key, StringComparison.Ordinal).ShouldBeFalse();
        PackedValue.Parse(Transcoder.Write(first))["key"].AsString().ShouldBe(first.Key);
    }

    [Fact]
    public void Every_component_writes_its_tag_and_its_key()
    {
        var types = typeof(SceneElement).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SceneElement)) && !type.IsAbstract && type != typeof(GenericElement)).ToList();
        types.Count.ShouldBeGreaterThan(150);
        foreach (var type in types)
        {
            var element = (SceneElement)Activator.CreateInstance(type)!;
            var node = PackedValue.Parse(Transcoder.Write(element));
            node["tag"].AsString().ShouldBe(element.Tag);
            node["key"].AsString().ShouldBe(element.Key);
        }
    }

    [Fact]
    public void Every_property_of_every_component_is_sent_under_its_name()
    {
        foreach (var type in typeof(Box).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SceneElement)) && !type.IsAbstract && type != typeof(GenericElement)))
        {
            var element = (SceneElement)Activator.CreateInstance(type)!;
            var own = type.GetProperties().Where(property => property.CanWrite && property.Name is not "Key" and not "More" and not "Children").ToList();
            own.ForEach(property => property.SetValue(element, Samples.Of(property.PropertyType)));

            var node = PackedValue.Parse(Transcoder.Write(element));

            own.ShouldAllBe(property => !node[Samples.WireName(property.Name)].IsNil, type.Name);
        }
    }

    [Fact]
    public void Floats_become_halves_as_the_framework_rounds_them()
    {
        float[] edges = [0, -0f, 1, 65504, 65519.99f, 65520, 1e9f, -1e9f, 6.1e-5f, 6.0e-8f, 2.9e-8f, -3e-8f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0.1f, 1f / 3, 2049, 2051];
        var random = new Random(7);
        float[] values = [.. edges, .. Enumerable.Range(0, 5000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)))];

        var bytes = PackedValue.Parse(Transcoder.Write((ref writer) => ((HalfData)values).Write(ref writer))).AsBinary();

        var halves = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, Half>(bytes.Span).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            halves[i].ShouldBe((Half)values[i], $"{values[i]:R}");
        }
    }

    private static string Hex(ServerEvent message, RecordedFrame frame) =>
        Convert.ToHexStringLower(Transcoder.Write((ref writer) => message.Write(ref writer, frame.Value.GetProperty("ts").GetInt64())));
}
