using System.Buffers;

namespace Yonder.Runtimes.Journals;

/// <summary>Turns the records of a durable journal into bytes and back. It decides about versions; the journal only keeps bytes.</summary>
public interface IRecordCodec<T>
{
    /// <summary>Writes a record.</summary>
    void Write(T record, IBufferWriter<byte> bytes);

    /// <summary>Reads a record that <see cref="Write"/> wrote.</summary>
    T Read(ReadOnlySpan<byte> bytes);
}
