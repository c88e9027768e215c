namespace Yonder.Protocol.Scenes.Packing;

/// <summary>Steps over values that were checked before.</summary>
internal static class PackedSpan
{
    /// <summary>The length of the value at the start of <paramref name="source"/>. It was checked when the message came in, so only its end is sought.</summary>
    public static int Length(ReadOnlySpan<byte> source)
    {
        var position = 0;
        var open = 1L;
        while (open > 0)
        {
            if (!PackToken.TryRead(source[position..], out var token))
            {
                throw SceneException.Bad("The message ends in the middle of a value.");
            }

            position += token.Size + (int)token.Payload;
            open += -1 + (token.Kind == PackKind.Map ? 2L * token.Length : token.IsContainer ? token.Length : 0);
        }

        return position;
    }
}
