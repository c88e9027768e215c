using Yonder.Runtimes;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>Reads a file with several requests under way, so that the round trip is paid once and not per chunk. The window grows while reading goes on, so a short read asks for little.</summary>
internal sealed class SftpReadStream(SftpSession session, byte[] handle, RemotePath path, long offset, long? length) : Stream
{
    private const int MaxWindowBytes = 4 << 20;
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(10);
    private readonly Queue<(Task<SftpResponse> Answer, long Offset, int Length)> _asked = new();
    private long _next = offset;
    private readonly long _end = length is { } limit ? offset + limit : long.MaxValue;
    private int _window = 1;
    private SftpResponse? _current;
    private ReadOnlyMemory<byte> _rest;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty)
        {
            if (_ended || buffer.IsEmpty)
            {
                return 0;
            }

            await NextAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        _ended = true;
        _current?.Dispose();
        using var limit = new CancellationTokenSource(CloseLimit);
        try
        {
            while (_asked.TryDequeue(out var asked))
            {
                (await asked.Answer.WaitAsync(limit.Token)).Dispose();
            }

            using var answer = await session.AskAsync(new SftpRequest(SftpPacketType.Close).Text(handle), limit.Token);
        }
        catch (Exception e) when (e is RuntimeException or OperationCanceledException)
        {
            // The connection is gone, and the handle with it.
        }

        await base.DisposeAsync();
    }

    private async Task NextAsync(CancellationToken cancellationToken)
    {
        await FillWindowAsync(cancellationToken);
        if (!_asked.TryDequeue(out var asked))
        {
            _ended = true;
            return;
        }

        _current?.Dispose();
        _current = await asked.Answer.WaitAsync(cancellationToken);
        if (_current.StatusOf() is SftpStatus.EndOfFile)
        {
            _ended = true;
            return;
        }

        _current.Expect(SftpPacketType.Data, path);
        var start = sizeof(uint);
        _rest = _current.Payload[start..(start + _current.Read().Text().Length)];
        if (_rest.Length < asked.Length)
        {
            await AskMissingAsync(asked.Offset + _rest.Length, asked.Length - _rest.Length, cancellationToken);
        }
    }

    private async Task FillWindowAsync(CancellationToken cancellationToken)
    {
        while (_asked.Count < _window && _next < _end)
        {
            var count = (int)Math.Min(session.ChunkSize, _end - _next);
            _asked.Enqueue((await AskAsync(_next, count, cancellationToken), _next, count));
            _next += count;
        }

        _window = Math.Min(_window * 2, Math.Max(2, MaxWindowBytes / session.ChunkSize));
    }

    // A server may give less than was asked for. The rest must come before what was asked for after it.
    private async Task AskMissingAsync(long at, int count, CancellationToken cancellationToken)
    {
        var later = _asked.ToArray();
        _asked.Clear();
        _asked.Enqueue((await AskAsync(at, count, cancellationToken), at, count));
        foreach (var asked in later)
        {
            _asked.Enqueue(asked);
        }
    }

    private Task<Task<SftpResponse>> AskAsync(long at, int count, CancellationToken cancellationToken)
        => session.SendAsync(new SftpRequest(SftpPacketType.Read).Text(handle).Number64((ulong)at).Number((uint)count), cancellationToken);
}
