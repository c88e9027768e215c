namespace Yonder.Cli.Tty;

/// <summary>Looks for the keys that leave a shell without ending it: Ctrl-P Ctrl-Q anywhere, or <c>~.</c> at the start of a line.</summary>
/// <remarks>The first key of a pair is held back until the next one, or <see cref="Flush"/>, tells what it is.</remarks>
internal sealed class DetachKeys
{
    private const byte CtrlP = 0x10;
    private const byte CtrlQ = 0x11;

    private byte? _held;
    private bool _atLineStart = true;

    public bool IsHolding => _held is not null;

    /// <summary>Passes typed bytes on to <paramref name="output"/>; true when they detach, and then what follows is not passed on.</summary>
    public bool Take(ReadOnlySpan<byte> input, List<byte> output)
    {
        foreach (var key in input)
        {
            if (_held is { } held)
            {
                if ((held, key) is (CtrlP, CtrlQ) or ((byte)'~', (byte)'.'))
                {
                    return true;
                }

                // As in ssh: the escape character typed twice is itself.
                _held = null;
                Pass(held, output);
                if ((held, key) is ((byte)'~', (byte)'~'))
                {
                    continue;
                }
            }

            if (key is CtrlP || (key is (byte)'~' && _atLineStart))
            {
                _held = key;
            }
            else
            {
                Pass(key, output);
            }
        }

        return false;
    }

    /// <summary>Lets go of a key that nothing followed.</summary>
    public void Flush(List<byte> output)
    {
        if (_held is { } held)
        {
            _held = null;
            Pass(held, output);
        }
    }

    private void Pass(byte key, List<byte> output)
    {
        output.Add(key);
        _atLineStart = key is (byte)'\r' or (byte)'\n';
    }
}
