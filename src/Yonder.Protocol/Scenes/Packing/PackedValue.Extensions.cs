using System.Buffers.Binary;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Application types: what the browser's packer sends for dates, and everything unknown.</summary>
public readonly partial struct PackedValue
{
    private const int TimestampType = -1;

    /// <summary>An application type's bytes, in place, and its number.</summary>
    public ReadOnlyMemory<byte> AsExtension(out int type)
    {
        var head = Require(PackKind.Extension);
        type = (int)head.Bits;
        return Payload(head);
    }

    /// <summary>A date: the timestamp extension in any of its three sizes.</summary>
    public DateTimeOffset AsTimestamp()
    {
        var data = AsExtension(out var type).Span;
        if (type != TimestampType)
        {
            throw SceneException.Bad($"A value is extension {type} where a timestamp was expected.");
        }

        return data.Length switch
        {
            4 => Instant(BinaryPrimitives.ReadUInt32BigEndian(data), 0),
            8 when BinaryPrimitives.ReadUInt64BigEndian(data) is var both => Instant((long)(both & 0x3_ffff_ffff), (uint)(both >> 34)),
            12 => Instant(BinaryPrimitives.ReadInt64BigEndian(data[4..]), BinaryPrimitives.ReadUInt32BigEndian(data)),
            _ => throw SceneException.Bad("A timestamp has 4, 8 or 12 bytes."),
        };
    }

    private static DateTimeOffset Instant(long seconds, uint nanoseconds)
    {
        // The range of DateTimeOffset is narrower than what 64 bits of seconds can say.
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || nanoseconds > 999_999_999)
        {
            throw SceneException.Bad("A timestamp is out of range.");
        }

        return DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }
}
