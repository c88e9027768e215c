using System.Collections.Immutable;

namespace Yonder.Runtimes.Terminals;

/// <summary>What to run in a new terminal.</summary>
public sealed record TerminalSpec
{
    /// <summary>Gets the initial size.</summary>
    public TerminalSize Size { get; init; } = TerminalSize.Default;

    /// <summary>Gets the program and its arguments; the user's login shell when <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Gets the directory to start in; the runtime's home when <see langword="null"/>.</summary>
    public RemotePath? WorkingDirectory { get; init; }

    /// <summary>Gets variables added to the runtime's own; TERM is <c>xterm-256color</c> unless named here.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets the user to run as; the runtime's own when <see langword="null"/>.</summary>
    public string? User { get; init; }
}
