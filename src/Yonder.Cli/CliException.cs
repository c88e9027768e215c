namespace Yonder.Cli;

/// <summary>A command cannot go on; the message is for people and says what to do.</summary>
internal sealed class CliException(int exitCode, string code, string message) : Exception(message)
{
    public int ExitCode => exitCode;

    public string Code => code;
}
