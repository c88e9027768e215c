using System.Buffers;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>A growing buffer whose memory is only held while it has content: thousands of quiet connections share a few arrays.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 256;

    private byte[] _array = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Content => _array.AsMemory(0, Length);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(Length);
    }

    /// <summary>Forgets the content and gives the memory back.</summary>
    public void Clear()
    {
        var array = _array;
        (_array, Length) = ([], 0);
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    public void Dispose() => Clear();

    private void Reserve(int count)
    {
        var needed = Length + Math.Max(count, 1);
        if (needed <= _array.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, 2 * _array.Length), Smallest));
        Content.Span.CopyTo(larger);
        var length = Length;
        Clear();
        (_array, Length) = (larger, length);
    }
}
