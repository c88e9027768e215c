using System.Text.Json;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

/// <summary>Compares a packed value with its meaning written as JSON; bytes are <c>{"$bin": hex, "len": n}</c>, extensions <c>{"$ext": type}</c>.</summary>
internal static class JsonLikeness
{
    public static void ShouldMean(this PackedValue value, JsonElement expected)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                value.IsNil.ShouldBeTrue();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                value.AsBoolean().ShouldBe(expected.GetBoolean());
                break;
            case JsonValueKind.Number:
                value.AsDouble().ShouldBe(expected.GetDouble());
                break;
            case JsonValueKind.String:
                value.AsString().ShouldBe(expected.GetString());
                break;
            case JsonValueKind.Array:
                ShouldMeanList(value, expected);
                break;
            default:
                ShouldMeanObject(value, expected);
                break;
        }
    }

    private static void ShouldMeanList(PackedValue value, JsonElement expected)
    {
        value.Kind.ShouldBe(PackKind.List);
        value.Count.ShouldBe(expected.GetArrayLength());
        var index = 0;
        foreach (var item in value.Items)
        {
            item.ShouldMean(expected[index++]);
        }
    }

    private static void ShouldMeanObject(PackedValue value, JsonElement expected)
    {
        if (expected.TryGetProperty("$bin", out var hex))
        {
            value.AsBinary().Length.ShouldBe(expected.GetProperty("len").GetInt32());
            Convert.ToHexStringLower(value.AsBinary().Span).ShouldStartWith(hex.GetString()!.TrimEnd('.'));
        }
        else if (expected.TryGetProperty("$ext", out _))
        {
            value.IsNil.ShouldBeTrue();
        }
        else
        {
            value.Kind.ShouldBe(PackKind.Map);
            value.Count.ShouldBe(expected.EnumerateObject().Count());
            foreach (var property in expected.EnumerateObject())
            {
                value[property.Name].ShouldMean(property.Value);
            }
        }
    }
}
