using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>
/// Writes MessagePack in its smallest form, as the original's packers do. Pass it by reference and call <see cref="Flush"/> at the
/// end: until then the last bytes are not in the output.
/// </summary>
public ref struct PackWriter(IBufferWriter<byte> output)
{
    // What is at most this long is written in place; more goes through the output's own loop over its buffers.
    private const int InPlace = 1024;

    private readonly IBufferWriter<byte> _output = output;
    private Span<byte> _span;
    private int _used;

    /// <summary>Hands everything written so far to the output.</summary>
    public void Flush()
    {
        _output.Advance(_used);
        _span = default;
        _used = 0;
    }

    /// <summary>Writes nil.</summary>
    public void WriteNil() => Put(PackCode.Nil);

    /// <summary>Writes true or false.</summary>
    public void Write(bool value) => Put(value ? PackCode.True : PackCode.False);

    /// <summary>Writes an integer.</summary>
    public void Write(long value)
    {
        if (value >= 0)
        {
            Write((ulong)value);
            return;
        }

        var to = Reserve(9);
        _used += PackIntegers.WriteNegative(to, value);
    }

    /// <summary>Writes an integer that is not negative.</summary>
    public void Write(ulong value)
    {
        var to = Reserve(9);
        _used += PackIntegers.Write(to, value);
    }

    /// <summary>Writes 32 bits of floating point.</summary>
    public void Write(float value)
    {
        var to = Reserve(5);
        to[0] = PackCode.Float32;
        BinaryPrimitives.WriteSingleBigEndian(to[1..], value);
        _used += 5;
    }

    /// <summary>Writes 64 bits of floating point.</summary>
    public void Write(double value)
    {
        var to = Reserve(9);
        to[0] = PackCode.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(to[1..], value);
        _used += 9;
    }

    /// <summary>Writes a number as a person would: <c>1</c> as an integer, <c>0.5</c> as 32 bits.</summary>
    public void WriteNumber(float value)
    {
        if (PackNumber.IsWhole(value))
        {
            Write((long)value);
        }
        else
        {
            Write(value);
        }
    }

    /// <summary>Writes a number as a person would: <c>1</c> as an integer, others with as many bits as they need to stay exact.</summary>
    public void WriteNumber(double value)
    {
        if (PackNumber.IsWhole(value))
        {
            Write((long)value);
        }
        else if ((float)value == value || double.IsNaN(value))
        {
            Write((float)value);
        }
        else
        {
            Write(value);
        }
    }

    /// <summary>Writes the three components as a list.</summary>
    public void Write(Vector3 value)
    {
        WriteArrayHeader(3);
        WriteNumber(value.X);
        WriteNumber(value.Y);
        WriteNumber(value.Z);
    }

    /// <summary>Writes x, y, z, w as a list.</summary>
    public void Write(Quaternion value)
    {
        WriteArrayHeader(4);
        WriteNumber(value.X);
        WriteNumber(value.Y);
        WriteNumber(value.Z);
        WriteNumber(value.W);
    }

    /// <summary>Writes a list of numbers, whole ones as integers.</summary>
    public void WriteNumbers(scoped ReadOnlySpan<float> values)
    {
        WriteArrayHeader(values.Length);
        foreach (var value in values)
        {
            WriteNumber(value);
        }
    }

    /// <summary>Writes text, or nil for null.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNil();
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        WriteStringHead(length);
        if (length <= InPlace)
        {
            var to = Reserve(length);
            _used += Encoding.UTF8.GetBytes(value, to);
            return;
        }

        Flush();
        Encoding.UTF8.GetBytes(value, _output);
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    public void WriteText(scoped ReadOnlySpan<byte> utf8)
    {
        WriteStringHead(utf8.Length);
        WriteRaw(utf8);
    }

    /// <summary>Writes bytes.</summary>
    public void Write(scoped ReadOnlySpan<byte> value)
    {
        WriteBinaryHeader(value.Length);
        WriteRaw(value);
    }

    /// <summary>Writes the elements of an array of numbers as bytes, little-endian as they lie in memory, without a copy in between.</summary>
    public void WriteBinary<T>(scoped ReadOnlySpan<T> values)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(values));

    /// <summary>Writes floats as bytes of 16 bits each, rounded to the nearest; what is too large becomes infinite.</summary>
    public void WriteHalves(scoped ReadOnlySpan<float> values)
    {
        WriteBinaryHeader(checked(2 * values.Length));
        while (!values.IsEmpty)
        {
            var count = Math.Min(values.Length, InPlace / 2);
            HalfFloats.Convert(values[..count], MemoryMarshal.Cast<byte, ushort>(Reserve(2 * count)[..(2 * count)]));
            _used += 2 * count;
            values = values[count..];
        }
    }

    /// <summary>Writes the head of as many bytes as the caller then writes with <see cref="WriteRaw(ReadOnlySpan{byte})"/>.</summary>
    public void WriteBinaryHeader(int length)
    {
        var to = Reserve(5);
        _used += length switch
        {
            <= byte.MaxValue => PackIntegers.Head8(to, PackCode.Binary8, length),
            <= ushort.MaxValue => PackIntegers.Head16(to, PackCode.Binary16, length),
            _ => PackIntegers.Head32(to, PackCode.Binary32, length),
        };
    }

    /// <summary>Writes the head of an array of <paramref name="count"/> values.</summary>
    public void WriteArrayHeader(int count)
    {
        var to = Reserve(5);
        _used += count switch
        {
            < 16 => PackIntegers.Fix(to, PackCode.FixArray, count),
            <= ushort.MaxValue => PackIntegers.Head16(to, PackCode.Array16, count),
            _ => PackIntegers.Head32(to, PackCode.Array32, count),
        };
    }

    /// <summary>Writes the head of a map of <paramref name="count"/> pairs.</summary>
    public void WriteMapHeader(int count)
    {
        var to = Reserve(5);
        _used += count switch
        {
            < 16 => PackIntegers.Fix(to, PackCode.FixMap, count),
            <= ushort.MaxValue => PackIntegers.Head16(to, PackCode.Map16, count),
            _ => PackIntegers.Head32(to, PackCode.Map32, count),
        };
    }

    /// <summary>Writes bytes as they are: a value that is encoded already, or the rest of one.</summary>
    public void WriteRaw(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= InPlace)
        {
            bytes.CopyTo(Reserve(bytes.Length));
            _used += bytes.Length;
            return;
        }

        Flush();
        _output.Write(bytes);
    }

    private void WriteStringHead(int length)
    {
        var to = Reserve(5);
        _used += length switch
        {
            < 32 => PackIntegers.Fix(to, PackCode.FixString, length),
            <= byte.MaxValue => PackIntegers.Head8(to, PackCode.String8, length),
            <= ushort.MaxValue => PackIntegers.Head16(to, PackCode.String16, length),
            _ => PackIntegers.Head32(to, PackCode.String32, length),
        };
    }

    private void Put(byte value)
    {
        Reserve(1)[0] = value;
        _used++;
    }

    private Span<byte> Reserve(int size)
    {
        if (_span.Length - _used < size)
        {
            Flush();
            _span = _output.GetSpan(Math.Max(size, 256));
        }

        return _span[_used..];
    }
}
