namespace Yonder.Protocol.Terminals;

/// <summary>The names on the terminal socket <c>GET /ws/terminal/{container}</c> that both ends must spell alike; <c>docs/terminals.md</c> tells what they do.</summary>
public static class TerminalSocket
{
    /// <summary>The query parameter with the session's name; a socket that gives none has a session of its own.</summary>
    public const string SessionParameter = "id";

    /// <summary>The query parameter with the absolute offset of the first output byte wanted.</summary>
    public const string SinceParameter = "since";

    /// <summary>The value of <see cref="SinceParameter"/> for new output only.</summary>
    public const string SinceEnd = "end";

    /// <summary>The query parameter with the initial width; <see cref="RowsParameter"/> goes with it.</summary>
    public const string ColumnsParameter = "cols";

    /// <summary>The query parameter with the initial height.</summary>
    public const string RowsParameter = "rows";

    /// <summary>The query parameter with the command to run instead of the login shell; given once for each argument.</summary>
    public const string CommandParameter = "command";

    /// <summary>The query parameter with the directory to start in.</summary>
    public const string DirectoryParameter = "workdir";

    /// <summary>The query parameter that chooses between raw bytes and JSON envelopes.</summary>
    public const string FormatParameter = "format";

    /// <summary>The value of <see cref="FormatParameter"/> for raw bytes.</summary>
    public const string RawFormat = "raw";

    /// <summary>The query parameter that chooses the kind of the messages in raw mode.</summary>
    public const string FramesParameter = "frames";

    /// <summary>The value of <see cref="FramesParameter"/> for byte-exact output.</summary>
    public const string BinaryFrames = "binary";

    /// <summary>The header of the upgrade answer with the absolute offset of the first output byte that will come.</summary>
    public const string OffsetHeader = "X-Yonder-Offset";

    /// <summary>The header of the upgrade answer that says how many bytes after the offset asked for are gone.</summary>
    public const string GapHeader = "X-Yonder-Gap";

    /// <summary>The header of the upgrade answer with the session's name.</summary>
    public const string SessionHeader = "X-Yonder-Session";

    /// <summary>What a close reason starts with, at close status 1000, when the program ended by itself: <c>exit code 3</c>.</summary>
    public const string ExitReason = "exit code ";

    /// <summary>What a close reason starts with, at close status 1000, when a signal ended the program: <c>signal 9</c>.</summary>
    public const string SignalReason = "signal ";
}
