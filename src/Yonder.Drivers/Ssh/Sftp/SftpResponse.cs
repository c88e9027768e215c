using System.Buffers;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>One answer, in a rented buffer; whoever got it disposes it.</summary>
internal sealed class SftpResponse(SftpPacketType type, uint id, byte[] buffer, int length) : IDisposable
{
    private byte[]? _buffer = buffer;

    public SftpPacketType Type { get; } = type;

    /// <summary>Gets the request that this answers; in the handshake, where there is none, the protocol's version.</summary>
    public uint Id { get; } = id;

    /// <summary>Gets what follows the id.</summary>
    public ReadOnlyMemory<byte> Payload => _buffer.AsMemory(0, length);

    public SftpReader Read() => new(Payload.Span);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, value: null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
