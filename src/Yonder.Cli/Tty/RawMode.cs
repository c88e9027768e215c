using System.Runtime.InteropServices;

namespace Yonder.Cli.Tty;

/// <summary>Puts the terminal on standard input in raw mode; disposing, or the process's ordinary end by whatever way, puts it back.</summary>
internal sealed unsafe class RawMode : IDisposable
{
    /// <summary>More than <c>struct termios</c> has anywhere; it is kept as bytes and only the C library looks inside.</summary>
    private const int AttributesSize = 256;

    private readonly byte[] _before = new byte[AttributesSize];
    private readonly EventHandler _onExit;
    private int _restored;

    private RawMode()
    {
        fixed (byte* before = _before)
        {
            if (Libc.GetAttributes(0, before) is not 0)
            {
                throw new IOException($"The terminal's settings cannot be read (error {Marshal.GetLastPInvokeError()}).");
            }

            var raw = stackalloc byte[AttributesSize];
            new Span<byte>(before, AttributesSize).CopyTo(new Span<byte>(raw, AttributesSize));
            Libc.MakeRaw(raw);
            if (Libc.SetAttributes(0, Libc.SetAfterDrain, raw) is not 0)
            {
                throw new IOException($"The terminal cannot be put in raw mode (error {Marshal.GetLastPInvokeError()}).");
            }
        }

        _onExit = (_, _) => Restore();
        AppDomain.CurrentDomain.ProcessExit += _onExit;
    }

    /// <summary>Enters raw mode; <see langword="null"/> when standard input is no terminal.</summary>
    public static RawMode? Enter() => Libc.IsTerminal(0) is 1 ? new RawMode() : null;

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= _onExit;
        Restore();
    }

    private void Restore()
    {
        if (Interlocked.Exchange(ref _restored, 1) is 0)
        {
            fixed (byte* before = _before)
            {
                _ = Libc.SetAttributes(0, Libc.SetAfterDrain, before);
            }
        }
    }
}
