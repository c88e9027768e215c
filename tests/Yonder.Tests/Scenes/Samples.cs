using System.Numerics;
using Yonder.Protocol.Scenes.Elements;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

/// <summary>A value for every kind of property.</summary>
internal static class Samples
{
    public static string WireName(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public static object Of(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var value when value == typeof(bool) => true,
        var value when value == typeof(int) => 7,
        var value when value == typeof(float) => 0.5f,
        var value when value == typeof(string) => "text",
        var value when value == typeof(Vector2) => new Vector2(1, 2),
        var value when value == typeof(Vector3) => new Vector3(1, 2, 3),
        var value when value == typeof(Quaternion) => Quaternion.Identity,
        var value when value == typeof(Matrix4x4) => Matrix4x4.Identity,
        var value when value == typeof(SceneValue) => (SceneValue)1,
        var value when value == typeof(SceneMap) => new SceneMap { ["a"] = 1 },
        var value when value == typeof(HalfData) => (HalfData)new float[] { 1, 2, 3 },
        var value when value == typeof(ColorData) => (ColorData)new byte[] { 1, 2, 3 },
        var value when value == typeof(IndexData) => (IndexData)new int[] { 0, 1, 2 },
        var value when value == typeof(IReadOnlyList<SceneValue>) => new SceneValue[] { 1 },
        var value when value == typeof(IReadOnlyList<SceneNode>) => new SceneNode[] { "text" },
        var value when value == typeof(IReadOnlyList<float>) => new float[] { 1 },
        var value when value == typeof(IReadOnlyList<Vector3>) => new Vector3[] { Vector3.One },
        var value when value == typeof(IReadOnlyList<string>) => new string[] { "text" },
        var other => throw new NotSupportedException(other.ToString()),
    };
}
