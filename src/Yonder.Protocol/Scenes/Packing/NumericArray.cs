using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>
/// An array of numbers with its element type and shape, over the program's own memory: it is copied once, into the message. Inside an
/// event it is sent as <c>{ztype, b, dtype, shape}</c>; where a component wants plain bytes only the data goes out.
/// </summary>
public sealed class NumericArray : IPackable
{
    private const string ArrayType = "numpy.ndarray";

    private NumericArray(NumericType type, IReadOnlyList<int> shape, ReadOnlyMemory<byte> data)
    {
        Type = type;
        Shape = shape;
        Data = data;
    }

    /// <summary>The element.</summary>
    public NumericType Type { get; }

    /// <summary>The length of each dimension, the outermost first.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The elements, little-endian.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Wraps memory without copying it. Vectors count as a last dimension of their own.</summary>
    /// <param name="values">Bytes, integers, floats of 16, 32 or 64 bits, or vectors of floats.</param>
    /// <param name="shape">The dimensions; when left out, one (and a second of vectors).</param>
    public static NumericArray From<T>(ReadOnlyMemory<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var type = NumericTypes.Of<T>();
        var data = values is ReadOnlyMemory<byte> bytes ? bytes : new CastMemory<T>(values).Memory;
        var lanes = Unsafe.SizeOf<T>() / NumericTypes.Size(type);
        var whole = shape.IsEmpty ? WholeShape(values.Length, lanes) : shape.ToArray();
        return Elements(whole) * NumericTypes.Size(type) == data.Length
            ? new NumericArray(type, whole, data)
            : throw new ArgumentException($"The shape [{string.Join(", ", whole)}] does not hold {data.Length / NumericTypes.Size(type)} elements.", nameof(shape));
    }

    /// <inheritdoc cref="From{T}(ReadOnlyMemory{T}, ReadOnlySpan{int})"/>
    public static NumericArray From<T>(T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged => From((ReadOnlyMemory<T>)values, shape);

    /// <summary>Reads a received array in place; false when the value is none.</summary>
    public static bool TryRead(PackedValue value, out NumericArray? array)
    {
        array = null;
        if (value["dtype"] is not { Kind: PackKind.Text } name || value["b"] is not { Kind: PackKind.Binary } data
            || !NumericTypes.TryParse(name.AsString(), out var type) || value["shape"] is not { Kind: PackKind.List } sizes)
        {
            return false;
        }

        var shape = new int[sizes.Count];
        var index = 0;
        foreach (var size in sizes.Items)
        {
            shape[index++] = size.Kind == PackKind.Whole && size.AsInt64() is >= 0 and <= int.MaxValue and var length ? (int)length : -1;
        }

        if (Array.Exists(shape, size => size < 0) || Elements(shape) * NumericTypes.Size(type) != data.Count)
        {
            return false;
        }

        array = new NumericArray(type, shape, data.AsBinary());
        return true;
    }

    /// <summary>The elements as <typeparamref name="T"/>, in place.</summary>
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged => NumericTypes.Of<T>() == Type
            ? MemoryMarshal.Cast<byte, T>(Data.Span)
            : throw new InvalidOperationException($"The array holds {NumericTypes.Name(Type)}.");

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        writer.WriteMapHeader(4);
        writer.WriteText("ztype"u8);
        writer.Write(ArrayType);
        writer.WriteText("b"u8);
        writer.Write(Data.Span);
        writer.WriteText("dtype"u8);
        writer.Write(NumericTypes.Name(Type));
        writer.WriteText("shape"u8);
        writer.WriteArrayHeader(Shape.Count);
        foreach (var size in Shape)
        {
            writer.Write(size);
        }
    }

    private static int[] WholeShape(int length, int lanes) => lanes == 1 ? [length] : [length, lanes];

    private static long Elements(ReadOnlySpan<int> shape)
    {
        var elements = 1L;
        foreach (var size in shape)
        {
            // Saturates instead of overflowing: a hostile shape must not wrap round to the right size.
            elements = size == 0 ? 0 : elements > int.MaxValue ? elements : elements * size;
        }

        return elements;
    }
}
