using Microsoft.Win32.SafeHandles;

namespace Yonder.Runtimes.Journals;

/// <summary>A file without a name that goes round after its capacity. It is gone when it is closed, and when the process dies.</summary>
internal sealed class SpillFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    private SpillFile(SafeFileHandle handle, long capacity)
    {
        _handle = handle;
        Capacity = capacity;
    }

    public long Capacity { get; }

    /// <summary>Makes the file.</summary>
    /// <exception cref="IOException">The directory is not there or has no room.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written to.</exception>
    public static SpillFile Create(string? directory, long capacity)
    {
        var path = Path.Combine(directory ?? DefaultDirectory(), $"yonder-{Guid.NewGuid():N}.spill");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            File.Delete(path);
            return new(handle, capacity);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        var (position, first) = Place(offset, bytes.Length);
        RandomAccess.Write(_handle, bytes[..first], position);
        if (first < bytes.Length)
        {
            RandomAccess.Write(_handle, bytes[first..], 0);
        }
    }

    /// <summary>Reads bytes that were written; whether they were overwritten meanwhile is for the caller to know.</summary>
    public void Read(long offset, Span<byte> bytes)
    {
        var (position, first) = Place(offset, bytes.Length);
        ReadExactly(bytes[..first], position);
        ReadExactly(bytes[first..], 0);
    }

    public void Dispose() => _handle.Dispose();

    /// <summary>What fits better than the ordinary temporary directory, which often is in memory.</summary>
    private static string DefaultDirectory() => Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();

    private (long Position, int First) Place(long offset, int count)
    {
        var position = offset % Capacity;
        return (position, (int)Math.Min(count, Capacity - position));
    }

    private void ReadExactly(Span<byte> bytes, long position)
    {
        while (!bytes.IsEmpty)
        {
            var count = RandomAccess.Read(_handle, bytes, position);
            if (count is 0)
            {
                throw new EndOfStreamException("The spill file is shorter than what was written to it.");
            }

            bytes = bytes[count..];
            position += count;
        }
    }
}
