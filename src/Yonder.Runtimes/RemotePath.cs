namespace Yonder.Runtimes;

/// <summary>A path in a runtime: the bytes that a POSIX system takes, which need not be UTF-8.</summary>
/// <remarks>As text, bytes that are not UTF-8 appear as lone surrogates U+DC80 to U+DCFF (the convention of PEP 383), so text and bytes convert both ways without loss.</remarks>
public readonly struct RemotePath : IEquatable<RemotePath>
{
    /// <summary>The longest path in bytes that is accepted (PATH_MAX without its terminator).</summary>
    public const int MaxLength = 4095;

    private readonly byte[]? _bytes;

    private RemotePath(byte[] bytes) => _bytes = bytes;

    /// <summary>Gets <c>/</c>.</summary>
    public static RemotePath Root { get; } = new([(byte)'/']);

    /// <summary>Gets the bytes, without a terminator; never empty.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes ?? "/"u8;

    /// <summary>Gets a value indicating whether the path starts at the root.</summary>
    public bool IsAbsolute => Bytes[0] is (byte)'/';

    /// <summary>Gets the last segment; <c>/</c> for the root.</summary>
    public RemotePath Name
    {
        get
        {
            var bytes = Trimmed(Bytes);
            var slash = bytes.LastIndexOf((byte)'/');
            return bytes.Length is 1 || slash < 0 ? new(bytes.ToArray()) : new(bytes[(slash + 1)..].ToArray());
        }
    }

    /// <summary>Gets the path without its last segment; the root's parent is the root, that of a bare name is <c>.</c>.</summary>
    public RemotePath Parent
    {
        get
        {
            var bytes = Trimmed(Bytes);
            return bytes.LastIndexOf((byte)'/') switch
            {
                < 0 => new([(byte)'.']),
                0 => Root,
                var slash => new(Trimmed(bytes[..slash]).ToArray()),
            };
        }
    }

    /// <summary>Compares bytes.</summary>
    public static bool operator ==(RemotePath left, RemotePath right) => left.Equals(right);

    /// <summary>Compares bytes.</summary>
    public static bool operator !=(RemotePath left, RemotePath right) => !left.Equals(right);

    /// <summary>Makes a path of text.</summary>
    /// <exception cref="RuntimeException">The text is empty, longer than <see cref="MaxLength"/> bytes, or holds a NUL.</exception>
    public static RemotePath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromBytes(RemotePathText.Encode(text));
    }

    /// <summary>Makes a path of the bytes that the runtime gave.</summary>
    /// <exception cref="RuntimeException">There are none, more than <see cref="MaxLength"/>, or one is NUL.</exception>
    public static RemotePath FromBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => throw new RuntimeException(RuntimeError.InvalidRequest, "The path is empty: name a file or directory."),
        { Length: > MaxLength } => throw new RuntimeException(RuntimeError.InvalidRequest, $"The path is longer than {MaxLength} bytes."),
        _ when bytes.Contains((byte)0) => throw new RuntimeException(RuntimeError.InvalidRequest, "The path holds a NUL character."),
        _ => new(bytes.ToArray()),
    };

    /// <summary>Makes the path relative to <paramref name="directory"/> absolute and removes <c>.</c>, <c>..</c> and double slashes by text alone; <c>..</c> never leads above the root.</summary>
    public RemotePath Normalize(RemotePath directory)
    {
        var whole = IsAbsolute ? this : directory.Append(this);
        var segments = new List<Range>();
        var bytes = whole.Bytes;
        foreach (var segment in bytes.Split((byte)'/'))
        {
            var name = bytes[segment];
            if (name.SequenceEqual(".."u8))
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (!name.IsEmpty && !name.SequenceEqual("."u8))
            {
                segments.Add(segment);
            }
        }

        return segments.Count is 0 ? Root : Join(bytes, segments);
    }

    /// <summary>Adds segments below this path.</summary>
    /// <exception cref="RuntimeException">The result is too long.</exception>
    public RemotePath Append(RemotePath below)
    {
        var left = Trimmed(Bytes);
        var right = below.Bytes.TrimStart((byte)'/');
        return left.Length is 1 && left[0] is (byte)'/' ? FromBytes([.. left, .. right]) : FromBytes([.. left, (byte)'/', .. right]);
    }

    /// <summary>Adds segments below this path.</summary>
    /// <exception cref="RuntimeException">The result is too long or holds a NUL.</exception>
    public RemotePath Append(string below) => Append(Parse(below));

    /// <inheritdoc/>
    public bool Equals(RemotePath other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RemotePath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => RemotePathText.Decode(Bytes);

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> bytes)
    {
        var trimmed = bytes.TrimEnd((byte)'/');
        return trimmed.IsEmpty ? bytes[..1] : trimmed;
    }

    private static RemotePath Join(ReadOnlySpan<byte> bytes, List<Range> segments)
    {
        var joined = new List<byte>(bytes.Length);
        foreach (var segment in segments)
        {
            joined.Add((byte)'/');
            joined.AddRange(bytes[segment]);
        }

        return new([.. joined]);
    }
}
