using System.Buffers;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>A growing buffer to encode into, used again and again.</summary>
internal sealed class PackBuffer : IBufferWriter<byte>
{
    // A buffer that a huge message has stretched is not worth keeping for small ones.
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static PackBuffer? _cached;

    private byte[] _bytes = new byte[512];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>This thread's buffer. Renting again before it is returned gives another one.</summary>
    public static PackBuffer Rent()
    {
        var buffer = _cached ?? new PackBuffer();
        _cached = null;
        return buffer;
    }

    public void Return()
    {
        Length = 0;
        if (_bytes.Length <= LargestKept)
        {
            _cached = this;
        }
    }

    public void Clear() => Length = 0;

    /// <summary>Gives away the bytes without a copy; the buffer begins anew.</summary>
    public ReadOnlyMemory<byte> Detach()
    {
        var written = Written;
        _bytes = new byte[512];
        Length = 0;
        return written;
    }

    public void Overwrite(int offset, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(offset));

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int sizeHint)
    {
        var needed = checked(Length + Math.Max(sizeHint, 1));
        if (needed > _bytes.Length)
        {
            // Doubling by hand: Array.Resize would zero what is about to be overwritten.
            var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length)));
            Span.CopyTo(larger);
            _bytes = larger;
        }
    }
}
