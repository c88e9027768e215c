namespace Yonder.Cli.Tty;

/// <summary>Why a terminal was left.</summary>
internal enum SessionEnd
{
    ProgramEnded,
    Detached,
    InputEnded,
}
