using System.Text.Unicode;

namespace Yonder.Protocol.Scenes.Packing;

/// <summary>
/// Follows the nesting of one value, head by head, without recursion, and refuses what no peer of this protocol reads:
/// nesting beyond the limit, keys that are no text, members that cannot fit in the bytes that are left.
/// </summary>
internal ref struct PackWalk(Span<long> levels)
{
    // Members still to come on each open level. A map counts its keys and values up from below zero, an array down from above.
    private readonly Span<long> _levels = levels;
    private int _depth;

    /// <summary>Measures and checks the value at the start of <paramref name="source"/>; its length in bytes.</summary>
    public static int Measure(ReadOnlySpan<byte> source, int maxDepth)
    {
        var position = Head(source, out var first);
        if (!first.IsContainer || first.Length == 0)
        {
            return position;
        }

        Span<long> levels = stackalloc long[maxDepth];
        var walk = new PackWalk(levels);
        walk.Take(first, source.Length - position);
        while (true)
        {
            position += Head(source[position..], out var token);
            if (walk.Take(token, source.Length - position))
            {
                return position;
            }
        }
    }

    /// <summary>Takes the next head; true when it completes the value the walk began with.</summary>
    public bool Take(in PackToken token, long bytesLeft)
    {
        if (_depth > 0)
        {
            ref var level = ref _levels[_depth - 1];
            if (level < 0 && (level & 1) == 0 && token.Kind is not PackKind.Text and not PackKind.Binary)
            {
                throw SceneException.Bad($"A map key is text, not {token.Kind}.");
            }

            level += level < 0 ? 1 : -1;
        }

        if (token.IsContainer && token.Length > 0)
        {
            Open(token, bytesLeft);
            return false;
        }

        while (_depth > 0 && _levels[_depth - 1] == 0)
        {
            _depth--;
        }

        return _depth == 0;
    }

    public static void CheckText(in PackToken token, ReadOnlySpan<byte> payload)
    {
        if (token.Kind == PackKind.Text && !Utf8.IsValid(payload))
        {
            throw SceneException.Bad("A string is not valid UTF-8.");
        }
    }

    private static int Head(ReadOnlySpan<byte> source, out PackToken token)
    {
        if (!PackToken.TryRead(source, out token) || token.Payload > source.Length - token.Size)
        {
            throw SceneException.Bad("The message ends in the middle of a value.");
        }

        CheckText(token, source.Slice(token.Size, (int)token.Payload));
        return token.Size + (int)token.Payload;
    }

    private void Open(in PackToken token, long bytesLeft)
    {
        var members = token.Kind == PackKind.Map ? 2L * token.Length : token.Length;
        if (members > bytesLeft)
        {
            throw SceneException.Bad("The message announces more values than it has bytes.");
        }

        if (_depth == _levels.Length)
        {
            throw SceneException.TooLarge($"The message nests deeper than {_levels.Length} levels.");
        }

        _levels[_depth++] = token.Kind == PackKind.Map ? -members : members;
    }
}
