using System.Buffers.Binary;
using Yonder.Runtimes;

namespace Yonder.Drivers.Ssh.Sftp;

/// <summary>Takes an answer's fields one after the other; one that is cut short is an error, never a crash.</summary>
internal ref struct SftpReader(ReadOnlySpan<byte> rest)
{
    private const uint HasSize = 1;
    private const uint HasOwner = 2;
    private const uint HasPermissions = 4;
    private const uint HasTimes = 8;
    private const uint HasExtended = 0x80000000;
    private ReadOnlySpan<byte> _rest = rest;

    public readonly bool IsEmpty => _rest.IsEmpty;

    public uint Number() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ulong Number64() => BinaryPrimitives.ReadUInt64BigEndian(Take(8));

    public ReadOnlySpan<byte> Text() => Take(Number());

    public SftpAttributes Attributes()
    {
        var flags = Number();
        long? size = (flags & HasSize) is 0 ? null : (long)Number64();
        if ((flags & HasOwner) is not 0)
        {
            Take(8);
        }

        uint? mode = (flags & HasPermissions) is 0 ? null : Number();
        uint? modified = null;
        if ((flags & HasTimes) is not 0)
        {
            Number();
            modified = Number();
        }

        for (var extended = (flags & HasExtended) is 0 ? 0 : Number(); extended > 0; extended--)
        {
            Text();
            Text();
        }

        return new(size, mode, modified);
    }

    private ReadOnlySpan<byte> Take(uint count)
    {
        if (count > _rest.Length)
        {
            throw new RuntimeException(RuntimeError.Failed, "The SFTP server sent a malformed answer.");
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
