namespace Yonder.Client.Terminals;

/// <summary>How a terminal is opened and how hard it holds on to its connection.</summary>
public sealed record TerminalOptions
{
    /// <summary>Gets the initial width in character cells.</summary>
    public int Columns { get; init; } = 80;

    /// <summary>Gets the initial height in character cells.</summary>
    public int Rows { get; init; } = 24;

    /// <summary>Gets how long connecting may take; the client's timeout when <see langword="null"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets the name of the session: whoever connects with the same name shares one shell, and disposing only leaves it. Without a name the terminal has a session of its own, which disposing ends.</summary>
    public string? SessionId { get; init; }

    /// <summary>Gets the program to run in a new session, and its arguments; the login shell when <see langword="null"/>. One string alone is a shell command.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Gets the directory to start in; the home directory when <see langword="null"/>.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets the offset of the first output byte wanted of a session that exists; the last screens of it when <see langword="null"/>.</summary>
    public long? Since { get; init; }

    /// <summary>Gets how long a lost connection is tried for before reading and writing fail. Zero turns reconnecting off.</summary>
    public TimeSpan ReconnectFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the longest pause between two tries; the first comes at once, and the pauses double from 100 ms.</summary>
    public TimeSpan ReconnectPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how often a silent connection is probed. It counts as lost when no answer comes within the same time.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);
}
