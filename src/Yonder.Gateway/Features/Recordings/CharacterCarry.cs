using Yonder.Gateway.Platform.Terminals;

namespace Yonder.Gateway.Features.Recordings;

/// <summary>Keeps the beginning of a character until its end has come, so that no event holds half of one.</summary>
internal sealed class CharacterCarry
{
    private readonly byte[] _partial = new byte[Utf8Text.MaxPartial];
    private int _length;

    /// <summary>Returns what was carried and what came, up to the last whole character; the rest is carried on.</summary>
    public ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes)
    {
        if (_length > 0)
        {
            bytes = (byte[])[.. _partial.AsSpan(0, _length), .. bytes];
        }

        var complete = Utf8Text.CompleteLength(bytes);
        var rest = bytes[complete..];
        rest.CopyTo(_partial);
        _length = rest.Length;
        return bytes[..complete];
    }
}
