using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Yonder.Runtimes;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>
/// One conversation with an SFTP server over a pair of streams. Any number of requests are under way at once; the server's
/// answers find their requests by id. How many are under way is bounded by those who ask (they await what they sent).
/// </summary>
internal sealed class SftpSession : IAsyncDisposable
{
    private const uint ProtocolVersion = 3;
    private const int HeaderLength = 9;
    private const int MaxAnswer = 1 << 20;
    private const int DefaultChunk = 32768;
    private const int ChunkOverhead = 1024;
    private readonly Stream _toServer;
    private readonly Stream _fromServer;
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<SftpResponse>> _waiting = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly HashSet<string> _extensions = new(StringComparer.Ordinal);
    private Exception? _failure;
    private Task _receiving = Task.CompletedTask;
    private uint _lastId;

    private SftpSession(Stream toServer, Stream fromServer)
    {
        _toServer = toServer;
        _fromServer = fromServer;
    }

    /// <summary>Gets how many bytes one read or write may carry.</summary>
    public int ChunkSize { get; private set; } = DefaultChunk;

    /// <summary>Shakes hands. The session then owns both streams.</summary>
    public static async ValueTask<SftpSession> OpenAsync(Stream toServer, Stream fromServer, CancellationToken cancellationToken)
    {
        var session = new SftpSession(toServer, fromServer);
        try
        {
            await session.HandshakeAsync(cancellationToken);
            session._receiving = session.ReceiveAsync(session._closing.Token);
            await session.AskLimitsAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public bool Has(string extension) => _extensions.Contains(extension);

    /// <summary>Sends a request, which it disposes, and gives its answer, which the caller disposes.</summary>
    public async Task<SftpResponse> AskAsync(SftpRequest request, CancellationToken cancellationToken)
        => await await SendAsync(request, cancellationToken);

    /// <summary>Sends a request, which it disposes, and returns once it is sent; the inner task gives the answer.</summary>
    public async Task<Task<SftpResponse>> SendAsync(SftpRequest request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<SftpResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (request)
        {
            await TransmitAsync(request, answer, cancellationToken);
        }

        return answer.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _toServer.DisposeAsync();
        await _fromServer.DisposeAsync();
        await _receiving;
        FailAll(new ObjectDisposedException(nameof(SftpSession)));
        _closing.Dispose();
        _sending.Dispose();
    }

    private static RuntimeException Lost(Exception cause)
        => new(RuntimeError.Unreachable, "The SFTP connection was lost; try again.", cause);

    private async Task TransmitAsync(SftpRequest request, TaskCompletionSource<SftpResponse> answer, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            var id = ++_lastId;
            _waiting[id] = answer;
            if (_failure is { } failure)
            {
                throw Lost(failure);
            }

            // A request that is cut in the middle would ruin the stream for all: once begun, it is sent.
            await _toServer.WriteAsync(request.Finish(id), _closing.Token);
            await _toServer.FlushAsync(_closing.Token);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw Lost(e);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task HandshakeAsync(CancellationToken cancellationToken)
    {
        byte[] hello = [0, 0, 0, 5, (byte)SftpPacketType.Init, 0, 0, 0, (byte)ProtocolVersion];
        try
        {
            await _toServer.WriteAsync(hello, cancellationToken);
            await _toServer.FlushAsync(cancellationToken);
            using var answer = await ReadPacketAsync(cancellationToken);
            ReadVersion(answer);
        }
        catch (Exception e) when (e is IOException or EndOfStreamException)
        {
            throw new RuntimeException(RuntimeError.NotSupported, "The host has no SFTP server.", e);
        }
    }

    private void ReadVersion(SftpResponse answer)
    {
        var reader = answer.Read();
        if (answer.Type is not SftpPacketType.Version || answer.Id < ProtocolVersion)
        {
            throw new RuntimeException(RuntimeError.NotSupported, "The host's SFTP server speaks no version 3, or its shell prints text before it.");
        }

        while (!reader.IsEmpty)
        {
            _extensions.Add(Encoding.ASCII.GetString(reader.Text()));
            reader.Text();
        }
    }

    private async Task AskLimitsAsync(CancellationToken cancellationToken)
    {
        if (!Has("limits@openssh.com"))
        {
            return;
        }

        using var answer = await AskAsync(new SftpRequest(SftpPacketType.Extended).Text("limits@openssh.com"u8), cancellationToken);
        if (answer.Type is SftpPacketType.ExtendedReply)
        {
            ChunkSize = ReadChunkSize(answer);
        }
    }

    private static int ReadChunkSize(SftpResponse answer)
    {
        var reader = answer.Read();
        reader.Number64();
        var (read, write) = (reader.Number64(), reader.Number64());
        var both = Math.Min(read, write);
        return both is 0 ? DefaultChunk : (int)Math.Clamp(both, DefaultChunk, MaxAnswer - ChunkOverhead);
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await DispatchAsync(cancellationToken);
            }
        }
        catch (Exception e)
        {
            // Whatever ended the stream reaches everyone who waits, and everyone who asks later.
            FailAll(e);
        }
    }

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var response = await ReadPacketAsync(cancellationToken);
        if (!_waiting.TryRemove(response.Id, out var answer) || !answer.TrySetResult(response))
        {
            response.Dispose();
        }
    }

    private async ValueTask<SftpResponse> ReadPacketAsync(CancellationToken cancellationToken)
    {
        await _fromServer.ReadExactlyAsync(_header, cancellationToken);
        var length = BinaryPrimitives.ReadUInt32BigEndian(_header) - (HeaderLength - 4);
        if (length > MaxAnswer)
        {
            throw new InvalidDataException("The SFTP server's answer is too long, or not SFTP.");
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)length);
        await _fromServer.ReadExactlyAsync(buffer.AsMemory(0, (int)length), cancellationToken);
        return new((SftpPacketType)_header[4], BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(5)), buffer, (int)length);
    }

    private void FailAll(Exception cause)
    {
        _failure ??= cause;
        foreach (var id in _waiting.Keys)
        {
            if (_waiting.TryRemove(id, out var answer))
            {
                answer.TrySetException(Lost(cause));
            }
        }
    }
}
