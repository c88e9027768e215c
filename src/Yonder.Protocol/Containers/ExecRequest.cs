namespace Yonder.Protocol.Containers;

/// <summary>A command to run to its end.</summary>
public sealed record ExecRequest
{
    /// <summary>After how many seconds a command is killed unless told otherwise.</summary>
    public const int DefaultTimeoutSeconds = 60;

    /// <summary>Gets the program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Gets the directory to run in.</summary>
    public string? Workdir { get; init; }

    /// <summary>Gets variables, each <c>NAME=value</c>.</summary>
    public IReadOnlyList<string>? Env { get; init; }

    /// <summary>Gets the user to run as.</summary>
    public string? User { get; init; }

    /// <summary>Gets after how long it is killed: 60 by default, 300 at most.</summary>
    public int? TimeoutSeconds { get; init; }
}
