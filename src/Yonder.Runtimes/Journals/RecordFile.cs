using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Yonder.Runtimes.Journals;

/// <summary>Frames one after the other in a file that one process appends to. Appending is guarded by the journal's lock; reading needs none.</summary>
internal sealed class RecordFile : IDisposable
{
    /// <summary>Every so many records the place of one is remembered: finding any other is a short walk.</summary>
    private const int IndexStep = 64;

    private readonly SafeFileHandle _handle;
    private readonly List<long> _index = [];
    private readonly ArrayBufferWriter<byte> _frame = new();

    private RecordFile(SafeFileHandle handle) => _handle = handle;

    public long Count { get; private set; }

    public long Length { get; private set; }

    /// <summary>Gets how many bytes at the end were no whole record when the file was opened, and were cut off.</summary>
    public long CutOff { get; private set; }

    /// <summary>Opens or makes the file, reads through it, and cuts off what a crash left unfinished at its end.</summary>
    public static RecordFile Open(string path)
    {
        var file = new RecordFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            file.Recover();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends a record. When the disk does not take it, nothing of it stays.</summary>
    public void Append<T>(T record, IRecordCodec<T> codec)
    {
        RecordFrame.Write(_frame, record, codec.Write);
        try
        {
            RandomAccess.Write(_handle, _frame.WrittenSpan, Length);
        }
        catch (IOException)
        {
            RandomAccess.SetLength(_handle, Length);
            throw;
        }

        Note(_frame.WrittenCount);
    }

    public void Flush() => RandomAccess.FlushToDisk(_handle);

    /// <summary>Where the nearest remembered record at or before <paramref name="number"/> is, and which it is. Called under the lock.</summary>
    public (long Position, long Number) Near(long number) => (_index[(int)(number / IndexStep)], number / IndexStep * IndexStep);

    /// <summary>Reads records from a place that <see cref="Near"/> told, from number <paramref name="first"/> on, as many as fit.</summary>
    public void Read<T>((long Position, long Number) from, long first, Span<JournalRecord<T>> records, IRecordCodec<T> codec)
    {
        var (position, number) = from;
        var last = first + records.Length;
        Span<byte> header = stackalloc byte[RecordFrame.HeaderSize];
        for (; number < last; number++)
        {
            ReadExactly(header, position);
            var length = RecordFrame.LengthOf(header);
            if (number >= first)
            {
                records[(int)(number - first)] = new(number, ReadContent(header, length, position + RecordFrame.HeaderSize, codec));
            }

            position += RecordFrame.HeaderSize + length;
        }
    }

    public void Dispose() => _handle.Dispose();

    private T ReadContent<T>(ReadOnlySpan<byte> header, int length, long position, IRecordCodec<T> codec)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        try
        {
            var content = buffer.AsSpan(0, length);
            ReadExactly(content, position);
            return RecordFrame.IsWhole(header, content)
                ? codec.Read(content)
                : throw new IOException("A record of the journal's file was changed or damaged.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Recover()
    {
        var length = RandomAccess.GetLength(_handle);
        var header = new byte[RecordFrame.HeaderSize];
        var content = new byte[4096];
        while (length - Length >= RecordFrame.HeaderSize)
        {
            ReadExactly(header, Length);
            var size = RecordFrame.LengthOf(header);
            if (size < 0 || size > length - Length - RecordFrame.HeaderSize)
            {
                break;
            }

            content = content.Length < size ? new byte[size * 2] : content;
            ReadExactly(content.AsSpan(0, size), Length + RecordFrame.HeaderSize);
            if (!RecordFrame.IsWhole(header, content.AsSpan(0, size)))
            {
                break;
            }

            Note(RecordFrame.HeaderSize + size);
        }

        CutOff = length - Length;
        if (CutOff > 0)
        {
            RandomAccess.SetLength(_handle, Length);
        }
    }

    private void Note(int size)
    {
        if (Count % IndexStep is 0)
        {
            _index.Add(Length);
        }

        Count++;
        Length += size;
    }

    private void ReadExactly(Span<byte> bytes, long position)
    {
        while (!bytes.IsEmpty)
        {
            var count = RandomAccess.Read(_handle, bytes, position);
            if (count is 0)
            {
                throw new EndOfStreamException("The journal's file is shorter than what was written to it.");
            }

            bytes = bytes[count..];
            position += count;
        }
    }
}
