using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Shows memory of any number type as the bytes it lies in, without a copy.</summary>
internal sealed class CastMemory<T>(ReadOnlyMemory<T> source) : MemoryManager<byte>
    where T : unmanaged
{
    // The public face of the result is read-only memory, so the writable view that MemoryManager asks for is never written to.
    private readonly Memory<T> _source = MemoryMarshal.AsMemory(source);

    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(_source.Span);

    public override MemoryHandle Pin(int elementIndex = 0) => elementIndex == 0
        ? _source.Pin()
        : throw new NotSupportedException($"Only the start of {Unsafe.SizeOf<T>()}-byte elements can be pinned.");

    public override void Unpin()
    {
        // The handle that Pin returns releases itself.
    }

    protected override void Dispose(bool disposing)
    {
        // The memory belongs to the program.
    }
}
