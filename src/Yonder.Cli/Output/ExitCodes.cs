namespace Yonder.Cli.Output;

/// <summary>What the exit code of <c>yonder</c> says. <c>exec</c> and <c>shell</c> pass on the code of their program instead.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The gateway refused, or the work failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>What was named does not exist.</summary>
    public const int NotFound = 3;

    /// <summary>The caller may not do this, or the token is missing or wrong.</summary>
    public const int Denied = 4;

    /// <summary>The gateway cannot be reached, or the connection to it broke.</summary>
    public const int Unreachable = 5;

    /// <summary>The name is taken, or the thing is in the wrong state.</summary>
    public const int Conflict = 6;

    /// <summary>As a shell reports a program that could not be started.</summary>
    public const int CannotRun = 126;

    /// <summary>As a shell reports a program that does not exist.</summary>
    public const int NoSuchProgram = 127;

    /// <summary>Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of our output went away: 128 + SIGPIPE.</summary>
    public const int BrokenPipe = 141;
}
