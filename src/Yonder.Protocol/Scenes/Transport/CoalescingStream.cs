using System.Buffers;
using System.Runtime.CompilerServices;

namespace Yonder.Protocol.Scenes.Transport;

/// <summary>
/// Sits between a WebSocket and its connection. Reads are served from one larger read, and while it is corked, writes gather in a buffer:
/// thousands of small messages then cost one system call instead of one each. Nothing ever waits for a timer.
/// </summary>
internal sealed partial class CoalescingStream(Stream inner) : Stream
{
    private const int ReadSize = 1 << 14;
    private const int WriteSize = 1 << 15;

    // The socket may answer a ping while a batch is being written.
    private readonly SemaphoreSlim _writing = new(1, 1);
    private byte[]? _readBuffer;
    private int _readStart;
    private int _readEnd;
    private byte[]? _writeBuffer;
    private int _written;
    private bool _isCorked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>From here on writes gather, until <see cref="UncorkAsync"/>.</summary>
    public void Cork() => _isCorked = true;

    /// <summary>Writes what has gathered.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask UncorkAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _isCorked = false;
            await WriteGatheredAsync(cancellationToken).ConfigureAwait(false);
            if (_writeBuffer is { } buffer)
            {
                _writeBuffer = null;
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _readStart < _readEnd ? new ValueTask<int>(Serve(buffer.Span)) : FillAndServeAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_written + buffer.Length > WriteSize)
            {
                await WriteGatheredAsync(cancellationToken).ConfigureAwait(false);
            }

            if (!_isCorked || buffer.Length > WriteSize)
            {
                await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
                await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            _writeBuffer ??= ArrayPool<byte>.Shared.Rent(WriteSize);
            buffer.CopyTo(_writeBuffer.AsMemory(_written));
            _written += buffer.Length;
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>The socket flushes after every message; what gathers leaves with <see cref="UncorkAsync"/>, everything else is gone already.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // As above.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream is asynchronous.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream is asynchronous.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _writing.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> FillAndServeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        // A large message goes straight to where it is wanted.
        if (buffer.Length >= ReadSize)
        {
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        _readBuffer ??= new byte[ReadSize];
        _readStart = 0;
        _readEnd = 0;
        _readEnd = await inner.ReadAsync(_readBuffer, cancellationToken).ConfigureAwait(false);
        return Serve(buffer.Span);
    }

    private int Serve(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _readEnd - _readStart);
        _readBuffer.AsSpan(_readStart, count).CopyTo(buffer);
        _readStart += count;
        return count;
    }

    private async ValueTask WriteGatheredAsync(CancellationToken cancellationToken)
    {
        if (_written > 0 && _writeBuffer is { } buffer)
        {
            await inner.WriteAsync(buffer.AsMemory(0, _written), cancellationToken).ConfigureAwait(false);
            await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            _written = 0;
        }
    }
}
