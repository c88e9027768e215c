using System.Collections.Immutable;

namespace Yonder.Runtimes.Exec;

/// <summary>A command to run, as an argument vector: never a shell string.</summary>
public sealed record ExecSpec
{
    /// <summary>Gets the program, found on the runtime's PATH, and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Gets the directory to run in; the runtime's home when <see langword="null"/>.</summary>
    public RemotePath? WorkingDirectory { get; init; }

    /// <summary>Gets variables added to the runtime's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the user to run as (name, uid or uid:gid); the runtime's own when <see langword="null"/>.</summary>
    public string? User { get; init; }
}
