namespace Yonder.Runtimes.Terminals;

/// <summary>A terminal's size in character cells.</summary>
public readonly record struct TerminalSize(int Columns, int Rows)
{
    /// <summary>Gets 80 by 24, what a terminal is when nobody says.</summary>
    public static TerminalSize Default { get; } = new(80, 24);
}
