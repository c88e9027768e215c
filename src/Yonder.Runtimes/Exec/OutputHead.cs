using System.Buffers;

namespace Yonder.Runtimes.Exec;

/// <summary>Reads one output to its end and keeps its first bytes.</summary>
internal sealed class OutputHead(Stream stream, int limit)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _kept = new();
    private bool _isTruncated;

    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            lock (_gate)
            {
                return _kept.WrittenSpan.ToArray();
            }
        }
    }

    public bool IsTruncated
    {
        get
        {
            lock (_gate)
            {
                return _isTruncated;
            }
        }
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16384);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                Keep(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            var room = Math.Min(bytes.Length, limit - _kept.WrittenCount);
            _kept.Write(bytes[..room]);
            _isTruncated |= room < bytes.Length;
        }
    }
}
