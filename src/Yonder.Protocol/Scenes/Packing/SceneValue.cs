using System.Numerics;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>
/// A value to send. Numbers, text, vectors, bytes, lists and <see cref="IPackable"/> convert to it by themselves; numbers and vectors
/// without allocating. The default is nil.
/// </summary>
public readonly struct SceneValue : IPackable
{
    private readonly object? _object;
    private readonly Vector4 _vector;
    private readonly long _bits;
    private readonly SceneValueKind _kind;

    private SceneValue(SceneValueKind kind, object? value = null, long bits = 0, Vector4 vector = default)
    {
        _kind = kind;
        _object = value;
        _bits = bits;
        _vector = vector;
    }

    /// <summary>Nil, said on purpose: where a property may be left out, this sends it all the same.</summary>
    public static SceneValue Nil => default;

    /// <summary>True for nil.</summary>
    public bool IsNil => _kind == SceneValueKind.Nil;

#pragma warning disable CA2225 // The conversions are the API: a named twin for each would only double it.

    /// <summary>True or false.</summary>
    public static implicit operator SceneValue(bool value) => new(SceneValueKind.Boolean, bits: value ? 1 : 0);

    /// <summary>A whole number.</summary>
    public static implicit operator SceneValue(int value) => new(SceneValueKind.Whole, bits: value);

    /// <summary>A whole number.</summary>
    public static implicit operator SceneValue(long value) => new(SceneValueKind.Whole, bits: value);

    /// <summary>A number of 32 bits; a whole one is sent as an integer.</summary>
    public static implicit operator SceneValue(float value) => new(SceneValueKind.Real, bits: BitConverter.DoubleToInt64Bits(value));

    /// <summary>A number of 64 bits; one that 32 bits hold exactly is sent in 32.</summary>
    public static implicit operator SceneValue(double value) => new(SceneValueKind.Real, bits: BitConverter.DoubleToInt64Bits(value));

    /// <summary>Text, or nil.</summary>
    public static implicit operator SceneValue(string? value) => new(value is null ? SceneValueKind.Nil : SceneValueKind.Text, value);

    /// <summary>A list of three numbers.</summary>
    public static implicit operator SceneValue(Vector3 value) => new(SceneValueKind.Vector3, vector: new Vector4(value, 0));

    /// <summary>A list of x, y, z, w.</summary>
    public static implicit operator SceneValue(Quaternion value) => new(SceneValueKind.Vector4, vector: new Vector4(value.X, value.Y, value.Z, value.W));

    /// <summary>Bytes.</summary>
    public static implicit operator SceneValue(byte[]? value) => new(value is null ? SceneValueKind.Nil : SceneValueKind.Object, value);

    /// <summary>Bytes, not copied until they are sent.</summary>
    public static implicit operator SceneValue(ReadOnlyMemory<byte> value) => new(SceneValueKind.Object, new PackedBytes(value));

    /// <summary>A list of numbers of 32 bits each.</summary>
    public static implicit operator SceneValue(float[]? value) => new(value is null ? SceneValueKind.Nil : SceneValueKind.Object, value);

    /// <summary>A list.</summary>
    public static implicit operator SceneValue(SceneValue[]? value) => new(value is null ? SceneValueKind.Nil : SceneValueKind.Object, value);

    /// <summary>Named values.</summary>
    public static implicit operator SceneValue(SceneMap? value) => From(value);

    /// <summary>A value that was received, passed on as it came.</summary>
    public static implicit operator SceneValue(PackedValue value) => new(SceneValueKind.Object, value);

    /// <summary>An array of numbers with its type and shape.</summary>
    public static implicit operator SceneValue(NumericArray? value) => From(value);
#pragma warning restore CA2225

    /// <summary>Anything that writes itself.</summary>
    public static SceneValue From(IPackable? value) => new(value is null ? SceneValueKind.Nil : SceneValueKind.Object, value);

    /// <inheritdoc />
    public void Write(ref PackWriter writer)
    {
        switch (_kind)
        {
            case SceneValueKind.Nil:
                writer.WriteNil();
                break;
            case SceneValueKind.Boolean:
                writer.Write(_bits != 0);
                break;
            case SceneValueKind.Whole:
                writer.Write(_bits);
                break;
            case SceneValueKind.Real:
                writer.WriteNumber(BitConverter.Int64BitsToDouble(_bits));
                break;
            case SceneValueKind.Text:
                writer.Write((string?)_object);
                break;
            case SceneValueKind.Vector3:
                writer.Write(_vector.AsVector3());
                break;
            case SceneValueKind.Vector4:
                writer.Write(_vector.AsQuaternion());
                break;
            default:
                WriteObject(ref writer);
                break;
        }
    }

    private void WriteObject(ref PackWriter writer)
    {
        switch (_object)
        {
            case IPackable packable:
                packable.Write(ref writer);
                break;
            case byte[] bytes:
                writer.Write(bytes.AsSpan());
                break;
            case float[] numbers:
                writer.WriteNumbers(numbers);
                break;
            case SceneValue[] list:
                writer.WriteArrayHeader(list.Length);
                foreach (var item in list)
                {
                    item.Write(ref writer);
                }

                break;
        }
    }
}
