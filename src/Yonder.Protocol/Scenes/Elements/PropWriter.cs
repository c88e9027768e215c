using System.Numerics;
using Yonder.Protocol.Scenes.Packing;

namespace Yonder.Protocol.Scenes.Elements;

/// <summary>Writes the properties of an element that are set, and leaves out those that are not.</summary>
public ref struct PropWriter
{
    private readonly bool _isCounting;

    internal PropWriter(PackWriter writer, bool isCounting)
    {
        Writer = writer;
        _isCounting = isCounting;
    }

    internal int Count { get; private set; }

    // A property would hand out a copy, and what is written to a copy is lost.
#pragma warning disable CA1051
    internal PackWriter Writer;
#pragma warning restore CA1051

    /// <summary>Writes a flag, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } set && Begin(name))
        {
            Writer.Write(set);
        }
    }

    /// <summary>Writes a whole number, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } set && Begin(name))
        {
            Writer.Write(set);
        }
    }

    /// <summary>Writes a number, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } set && Begin(name))
        {
            Writer.WriteNumber(set);
        }
    }

    /// <summary>Writes text, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null && Begin(name))
        {
            Writer.Write(value);
        }
    }

    /// <summary>Writes a list of two numbers, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, Vector2? value)
    {
        if (value is { } set && Begin(name))
        {
            Writer.WriteNumbers([set.X, set.Y]);
        }
    }

    /// <summary>Writes a list of three numbers, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, Vector3? value)
    {
        if (value is { } set && Begin(name))
        {
            Writer.Write(set);
        }
    }

    /// <summary>Writes a list of x, y, z, w, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, Quaternion? value)
    {
        if (value is { } set && Begin(name))
        {
            Writer.Write(set);
        }
    }

    /// <summary>Writes 16 numbers, column after column as the renderer counts them, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, Matrix4x4? value)
    {
        if (value is { } m && Begin(name))
        {
            // Rows of a matrix that multiplies row vectors are the columns of one that multiplies column vectors.
            Writer.WriteNumbers([m.M11, m.M12, m.M13, m.M14, m.M21, m.M22, m.M23, m.M24, m.M31, m.M32, m.M33, m.M34, m.M41, m.M42, m.M43, m.M44]);
        }
    }

    /// <summary>Writes a value, unless it is null; <see cref="SceneValue.Nil"/> is sent.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, SceneValue? value)
    {
        if (value is { } set && Begin(name))
        {
            set.Write(ref Writer);
        }
    }

    /// <summary>Writes named values, unless they are null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, SceneMap? value) => Write(name, (IPackable?)value);

    /// <summary>Writes what writes itself, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IPackable? value)
    {
        if (value is not null && Begin(name))
        {
            value.Write(ref Writer);
        }
    }

    /// <summary>Writes a list of values, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<SceneValue>? value)
    {
        if (value is not null && Begin(name))
        {
            Writer.WriteArrayHeader(value.Count);
            foreach (var item in value)
            {
                item.Write(ref Writer);
            }
        }
    }

    /// <summary>Writes a list of nodes, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<SceneNode>? value)
    {
        if (value is not null && Begin(name))
        {
            Writer.WriteArrayHeader(value.Count);
            foreach (var item in value)
            {
                item.Write(ref Writer);
            }
        }
    }

    /// <summary>Writes a list of numbers, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<float>? value)
    {
        if (value is not null && Begin(name))
        {
            Writer.WriteArrayHeader(value.Count);
            foreach (var item in value)
            {
                Writer.WriteNumber(item);
            }
        }
    }

    /// <summary>Writes a list of points, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<Vector3>? value)
    {
        if (value is not null && Begin(name))
        {
            Writer.WriteArrayHeader(value.Count);
            foreach (var item in value)
            {
                Writer.Write(item);
            }
        }
    }

    /// <summary>Writes a list of texts, unless it is null.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<string>? value)
    {
        if (value is not null && Begin(name))
        {
            Writer.WriteArrayHeader(value.Count);
            foreach (var item in value)
            {
                Writer.Write(item);
            }
        }
    }

    internal void WriteFields(SceneMap? more)
    {
        Count += more?.Count ?? 0;
        if (!_isCounting)
        {
            more?.WriteFields(ref Writer);
        }
    }

    private bool Begin(scoped ReadOnlySpan<byte> name)
    {
        Count++;
        if (!_isCounting)
        {
            Writer.WriteText(name);
        }

        return !_isCounting;
    }
}
