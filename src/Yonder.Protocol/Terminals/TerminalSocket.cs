namespace Yonder.Protocol.Terminals;

/// <summary>The names on the terminal socket <c>GET /ws/terminal/{container}</c> that both ends must spell alike.</summary>
/// <remarks>
/// A client that can resume names its session itself (<see cref="SessionParameter"/>) and asks for
/// <see cref="FormatParameter"/>=<see cref="RawFormat"/> with the output position it has reached (<see cref="SinceParameter"/>).
/// The upgrade answer says in <see cref="OffsetHeader"/> which byte of the session comes first, so that a client knows whether
/// something is gone, and counts on from there. Binary messages are the terminal's bytes; text messages from the client are control.
/// </remarks>
public static class TerminalSocket
{
    /// <summary>The query parameter with the session's name; a socket that gives none has a session of its own.</summary>
    public const string SessionParameter = "id";

    /// <summary>The query parameter with the absolute offset of the first output byte wanted; without it, the whole scrollback comes first.</summary>
    public const string SinceParameter = "since";

    /// <summary>The query parameter with the initial width; <see cref="RowsParameter"/> goes with it.</summary>
    public const string ColumnsParameter = "cols";

    /// <summary>The query parameter with the initial height.</summary>
    public const string RowsParameter = "rows";

    /// <summary>The query parameter that chooses the framing, see <see cref="RawFormat"/>.</summary>
    public const string FormatParameter = "format";

    /// <summary>The value of <see cref="FormatParameter"/> for exact bytes: output is binary messages, never text.</summary>
    public const string RawFormat = "binary";

    /// <summary>The header of the upgrade answer with the absolute offset of the first output byte that will come.</summary>
    public const string OffsetHeader = "X-Yonder-Offset";

    /// <summary>The header of the upgrade answer with the session's name.</summary>
    public const string SessionHeader = "X-Yonder-Session";

    /// <summary>What a close reason starts with, at close status 1000, when the program ended: <c>exit:3</c> is exit code 3, 128 + n a signal.</summary>
    public const string ExitReason = "exit:";

    /// <summary>The close status by which a client ends the session itself; any other close only leaves it.</summary>
    public const int EndSessionStatus = 4000;

    /// <summary>The close status by which the server says that this client fell too far behind: connect again, and the offset says what is gone.</summary>
    public const int GapStatus = 4009;
}
