namespace Yonder.Cli.Commands.Cp;

/// <summary>Permissions as <c>ls -l</c> shows them.</summary>
internal static class ModeText
{
    private const UnixFileMode Usual = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static UnixFileMode Parse(string text)
    {
        if (text.Length is not 10)
        {
            return Usual;
        }

        var mode = UnixFileMode.None;
        for (var bit = 0; bit < 9; bit++)
        {
            // s and t stand for an x with a special bit, which a copy does not take over; S and T for the bit alone.
            if (text[bit + 1] is not ('-' or 'S' or 'T'))
            {
                mode |= (UnixFileMode)(1 << (8 - bit));
            }
        }

        return mode;
    }
}
