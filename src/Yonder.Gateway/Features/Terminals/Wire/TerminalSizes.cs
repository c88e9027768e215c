using Yonder.Runtimes.Terminals;

namespace Yonder.Gateway.Features.Terminals.Wire;

/// <summary>Tells sizes that a terminal can have from those it cannot.</summary>
internal static class TerminalSizes
{
    private const int Largest = 10_000;

    /// <summary>The size, or <see langword="null"/> when one of its sides makes no sense.</summary>
    public static TerminalSize? From(int columns, int rows)
        => columns is > 0 and <= Largest && rows is > 0 and <= Largest ? new TerminalSize(columns, rows) : null;
}
