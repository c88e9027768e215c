using System.Numerics;
using System.Runtime.InteropServices;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Tests.Scenes;

public sealed class NumericArrayTests
{
    [Fact]
    public void An_array_travels_with_its_type_and_shape()
    {
        float[] values = [1, 2, 3, 4, 5, 6];

        var message = PackedValue.Parse(Transcoder.Write(NumericArray.From(values, 2, 3)));

        message["ztype"].AsString().ShouldBe("numpy.ndarray");
        message["dtype"].AsString().ShouldBe("float32");
        NumericArray.TryRead(message, out var array).ShouldBeTrue();
        array!.Shape.ShouldBe([2, 3]);
        array.As<float>().ToArray().ShouldBe(values);
    }

    [Fact]
    public void Half_floats_and_vectors_are_arrays_too()
    {
        Half[] halves = [(Half)0.5f, (Half)2];
        Vector3[] vectors = [new(1, 2, 3), new(4, 5, 6)];

        NumericArray.From(halves).Type.ShouldBe(NumericType.F16);
        NumericArray.From(vectors).Shape.ShouldBe([2, 3]);
        NumericArray.From(vectors).As<Vector3>().ToArray().ShouldBe(vectors);
    }

    [Fact]
    public void Memory_is_wrapped_and_not_copied()
    {
        float[] values = [1, 2, 3];
        var array = NumericArray.From<float>(values.AsMemory(1), 2);

        values[1] = 42;

        MemoryMarshal.Cast<byte, float>(array.Data.Span)[0].ShouldBe(42);
    }

    [Fact]
    public void A_shape_that_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => NumericArray.From(new float[6], 2, 2));
        var lying = new SceneMap
        {
            ["ztype"] = "numpy.ndarray",
            ["b"] = new byte[8],
            ["dtype"] = "float64",
            ["shape"] = new SceneValue[] { int.MaxValue, int.MaxValue, 4 },
        };
        NumericArray.TryRead(PackedValue.Parse(Transcoder.Write(lying)), out _).ShouldBeFalse();
    }
}
